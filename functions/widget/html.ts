import { escaped } from '../../shared/notification/template/escaped.ts';

/** Markup that is safe to show; made by `html` only. */
export interface Html {
  readonly markup: string;
}

type Piece = string | number | Html | readonly Html[];

/** Markup with everything filled in escaped, but for markup itself. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: texts.map((text, index) => text + markupOf(pieces[index] ?? '')).join(''),
});

function markupOf(piece: Piece): string {
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}
