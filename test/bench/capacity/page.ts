const between = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\\n).*?(<!-- /${name} -->)`, 's');

/** The page with each table put where its name marks the place; throws where one has no place. */
export function withTables(page: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    if (!between(name).test(text)) throw new Error(`the page has no place for the table "${name}"`);
    return text.replace(between(name), (_, begin: string, end: string) => `${begin}${table}\n${end}`);
  }, page);
}
