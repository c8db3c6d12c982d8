/// <reference lib="dom" />
import { useState } from 'preact/hooks';
import { clockFace } from './telling-time.ts';
import { rateNow, useNow } from './virtual-time.ts';

const PAGES = [
  ['/', 'Tickets'],
  ['/dashboards', 'Dashboards'],
] as const;

/** What it is and has to show, what time it is there and how fast it goes, and the switch between light and dark. */
export function Header({ connected }: { readonly connected: boolean }) {
  const face = clockFace(useNow(250));
  return (
    <header class="top">
      <h1>
        <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9.2" />
          <path d="M12 6.6V12l3.8 2.6" />
        </svg>
        Timekeeper
      </h1>
      <nav aria-label="Pages">
        {PAGES.map(([path, name]) => (
          <a key={path} href={path} aria-current={location.pathname === path ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <p class="face">
        <span class="face-date">{face.date}</span>
        <time class="face-time">{face.time}</time>
        <span class="face-zone">{face.zone}</span>
      </p>
      <p class={connected ? 'line' : 'line lost'} role="status">
        {connected ? speedText(rateNow()) : 'Connection lost. Trying again…'}
      </p>
      <ThemeSwitch />
    </header>
  );
}

/** How fast virtual time goes, in words. */
export function speedText(rate: number): string {
  if (rate === 0) return 'time is stepped';
  if (rate === 1) return 'live';
  if (rate % 60 === 0) return `${rate}× · ${rate / 60} min a second`;
  return `${Number(rate.toFixed(1))}×`;
}

function ThemeSwitch() {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const change = () => {
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
    setDark(!dark);
  };
  return (
    <button type="button" class="plain" onClick={change} aria-label={dark ? 'Use light colours' : 'Use dark colours'}>
      {dark ? '☀' : '☾'}
    </button>
  );
}
