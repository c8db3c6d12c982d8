const EVERYWHERE = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The headers of the page: it runs nothing and loads nothing but its own files, and nobody may frame it. */
export const PAGE_HEADERS = {
  ...EVERYWHERE,
  'x-frame-options': 'DENY',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/** The headers of a mail in its frame: styles of its own, and nothing else, whatever it tries. */
export const MAIL_HEADERS = {
  ...EVERYWHERE,
  'content-security-policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
} as const;

/** The headers of a custom widget in its frame: as CloudWatch shows it, with styles and without scripts; the page around it may reach in. */
export const FRAME_HEADERS = {
  ...EVERYWHERE,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
} as const;
