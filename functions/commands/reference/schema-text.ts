/** As much of JSON Schema as the schema of policy documents uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** What can stand in a place, in words for a table cell. */
export function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum) return schema.enum.map(code).join(', ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(', or ');
  if (Array.isArray(schema.type)) return schema.type.includes('null') ? 'a value, or null' : 'a value';
  if (schema.items) return `a list of: ${kindOf(schema.items)}`;
  if (schema.properties) return 'settings';
  if (typeof schema.additionalProperties === 'object') return `by name: ${kindOf(schema.additionalProperties)}`;
  return word(String(schema.type ?? 'anything'));
}

/** The schemas one step further in, each with how its place is written: `.hours`, `.NAME`, `[]`. */
export function partsOf(
  schema: Schema,
): readonly { readonly step: string; readonly part: Schema; readonly needed: boolean }[] {
  const settings = Object.entries(schema.properties ?? {}).map(([name, part]) => ({
    step: `.${name}`,
    part,
    needed: schema.required?.includes(name) ?? false,
  }));
  const { items, additionalProperties: named, anyOf = [] } = schema;
  return [
    ...settings,
    ...(items ? [{ step: '[]', part: items, needed: false }] : []),
    ...(typeof named === 'object' ? [{ step: '.NAME', part: named, needed: false }] : []),
    ...anyOf.flatMap(partsOf),
  ];
}

const code = (value: unknown): string => `\`${String(value)}\``;

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
};

const word = (type: string): string => WORDS[type] ?? type;
