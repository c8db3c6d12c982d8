const SECTION = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g;

/**
 * Cuts a template into pieces by name: what stands between `{{#row}}` and `{{/row}}` becomes the piece `row`, and leaves the slot
 * `{{row}}` where it stood. Throws when two pieces have one name, or a section has no beginning or no end.
 */
export function cut(template: string, name: string): ReadonlyMap<string, string> {
  const pieces = new Map<string, string>();
  const add = (piece: string, named: string) => {
    if (pieces.has(named)) throw new Error(`the mail template has two pieces ${named}`);
    pieces.set(named, '');
    const rest = piece.replace(SECTION, (_, inner: string, content: string) => {
      add(content.trim(), inner);
      return `{{${inner}}}`;
    });
    const stray = /\{\{[#/]\w+\}\}/.exec(rest);
    if (stray) throw new Error(`the mail template has ${stray[0]} without its other half`);
    pieces.set(named, rest);
  };
  add(template, name);
  return pieces;
}
