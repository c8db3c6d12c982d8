const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, between tags and within a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character]!);
