/** Reads `NAME=VALUE`, split at the first equals sign, blanks around both left out; undefined where either is missing. */
export function nameAndValue(typed: string): readonly [name: string, value: string] | undefined {
  const [, name = '', value = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(typed) ?? [];
  return name === '' || value === '' ? undefined : [name, value];
}
