const CONSOLE = `[...document.querySelectorAll('.subject, .details, .clock-left, .clock-due, .clock-metric, h2, .switch span, .chip, .mail-subject, [role=tab], .face-zone, figcaption')]`;

const WITH_TEXT = `[...document.body.querySelectorAll('*')]
  .filter(e => [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))`;

const contrastsOf = (elements: string): string => `${elements}
  .filter(e => e.checkVisibility() && e.textContent.trim())
  .map(e => {
    const rgb = text => text.match(/[\\d.]+/g).map(Number);
    const light = c => c.slice(0, 3).map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    let ground = e;
    while (ground.parentElement && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const [a, b] = [getComputedStyle(e).color, getComputedStyle(ground).backgroundColor].map(rgb).map(light);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  })`;

/** A script that gives the contrast of every visible text of the console with the first opaque ground behind it (WCAG 2.2, 1.4.3). */
export const CONTRASTS = contrastsOf(CONSOLE);

/** The same of whatever holds a text in the page. */
export const ALL_CONTRASTS = contrastsOf(WITH_TEXT);
