import { kindOf, partsOf, type Schema } from './schema-text.ts';

const HEAD = `# Policy documents

Everything a policy document can say, made of its JSON Schema by \`npm run docs\`; [the tutorial](tutorial.md) builds one from nothing. An
editor that knows JSON Schema helps with writing one that begins with the line

\`\`\`yaml
# yaml-language-server: $schema=shared/policy/policy.schema.json
\`\`\`

In the tables \`[]\` stands for each member of a list and \`NAME\` for a name of your own.
`;

/** The reference of policy documents as Markdown: a section for each of their parts, made of the schema alone. */
export function reference(schema: Schema): string {
  const sections = partsOf(schema).map(({ step, part, needed }) => {
    const name = step.slice(1);
    const rows = rowsOf(part, '');
    const table = ['', '| setting | | what it can be | what it means |', '|---|---|---|---|', ...rows];
    const title = [`## ${name}`, '', [needed ? '**Needed.**' : '', part.description].filter(Boolean).join(' ')];
    return [...title, '', `${sentence(kindOf(part))}.`, ...(rows.length > 0 ? table : [])].join('\n');
  });
  return `${[HEAD, ...sections].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

/** A row for each setting with a meaning of its own, however deep it stands. */
function rowsOf(schema: Schema, place: string): readonly string[] {
  const parts = partsOf(schema).flatMap(({ step, part, needed }) => {
    const path = `${place}${step}`.replace(/^\./, '');
    const told = part.description !== undefined || !isStep(step);
    const row = (...cells: string[]) =>
      `| ${[`\`${path}\``, needed ? 'needed' : '', ...cells.map(cell)].join(' | ')} |`;
    if (step === '.when')
      return [row('a condition, as under [match](#match)', 'Which tickets are meant; every one where none is told.')];
    return [...(told ? [row(kindOf(part), part.description ?? '')] : []), ...rowsOf(part, path)];
  });
  return [...new Set(parts)];
}

const isStep = (step: string): boolean => step === '[]' || step === '.NAME';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const sentence = (text: string): string =>
  text.startsWith('`') ? `One of ${text}` : text[0]!.toUpperCase() + text.slice(1);
