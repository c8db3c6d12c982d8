/// <reference lib="dom" />
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Action, actionsIn } from './action.ts';
import { Confirmation } from './confirmation.tsx';

/** How often a widget is drawn anew, in real milliseconds. */
const REFRESH = 5000;

/** A custom widget: what its function draws, in a frame without scripts, and its actions done as CloudWatch does them. */
export function LiveWidget({ board, place, title }: { board: string; place: number; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [asked, setAsked] = useState<Action>();
  const isBusy = useRef(false);

  const call = async (action?: Action) => {
    const page = frame.current?.contentDocument;
    if (!page?.body || (isBusy.current && action === undefined)) return;
    isBusy.current = true;
    try {
      show(page, await drawn(board, place, action), setAsked, call);
    } finally {
      isBusy.current = false;
    }
  };

  useEffect(() => {
    const timer = setInterval(() => call(), REFRESH);
    return () => clearInterval(timer);
  }, [board, place]);

  const answer = (isYes: boolean) => {
    setAsked(undefined);
    if (isYes) call(asked);
  };

  return (
    <>
      <iframe ref={frame} src="/widget-frame" sandbox="allow-same-origin" title={title} onLoad={() => call()} />
      {asked && <Confirmation question={asked.confirmation} onAnswer={answer} />}
    </>
  );
}

/** Puts markup into the frame, and makes what triggers its actions work; the focus stays where it was. */
function show(page: Document, markup: string, ask: (action: Action) => void, call: (action: Action) => void): void {
  const before = [...page.querySelectorAll('[role=button]')].indexOf(page.activeElement!);
  page.documentElement.dataset.theme = theme();
  page.body.innerHTML = markup;
  for (const { trigger, action } of actionsIn(page)) {
    const act = () => (action.confirmation === '' ? call(action) : ask(action));
    trigger.setAttribute('role', 'button');
    trigger.tabIndex = 0;
    trigger.addEventListener('click', act);
    trigger.addEventListener('keydown', event => event.key === 'Enter' && act());
  }
  if (before >= 0) page.querySelectorAll<HTMLElement>('[role=button]')[before]?.focus();
}

async function drawn(board: string, place: number, action: Action | undefined): Promise<string> {
  const viewer = { locale: navigator.language, offset: offset(), theme: theme() };
  const { endpoint, payload } = action ?? {};
  const asked = { board, place, viewer, ...(action && { action: { endpoint, payload } }) };
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/widget', { method: 'POST', headers, body: JSON.stringify(asked) });
  return response.ok ? response.text() : '<p>The function of this widget failed.</p>';
}

/** As the page is shown now. */
function theme(): string {
  const { theme: chosen } = document.documentElement.dataset;
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

/** The browser's own zone: `+01:00`. */
function offset(): string {
  const minutes = -new Date().getTimezoneOffset();
  const two = (count: number) => String(Math.floor(Math.abs(count))).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
