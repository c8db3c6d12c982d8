import { escaped } from './escaped.ts';

/** HTML that needs no more escaping. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a slot: a text, which is escaped, or markup, or several pieces of it. */
type Content = string | Markup | readonly Markup[];

/** The names of the slots of a template, such as `headline` of `<h1>{{headline}}</h1>`. */
type SlotOf<Template extends string> = Template extends `${string}{{${infer Slot}}}${infer Rest}`
  ? Slot | SlotOf<Rest>
  : never;

const SLOT = /\{\{(\w+)\}\}/g;

/** Fills every slot of a template, once: what a text brings along of braces or markup stays text, in an attribute too. */
export const fill = <const Template extends string>(
  template: Template,
  slots: Readonly<Record<SlotOf<Template>, Content>>,
): Markup => ({ html: template.replace(SLOT, (_, slot: SlotOf<Template>) => htmlOf(slots[slot])) });

function htmlOf(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  return 'html' in content ? content.html : content.map(({ html }) => html).join('\n');
}
