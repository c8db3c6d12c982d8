import type { AlarmView } from '../../../watch/alarm-board.ts';

const WORDS = { OK: 'ok', ALARM: 'raised', INSUFFICIENT_DATA: 'unknown' } as const;

/** Alarms by their names, each in the colour of its state; what it means is told to who points at it. */
export function AlarmGrid({ alarms }: { readonly alarms: readonly AlarmView[] }) {
  return (
    <ul class="alarm-grid">
      {alarms.map(({ arn, entry, state, description }) => (
        <li key={arn} class={`alarm is-${WORDS[state]}`} title={description}>
          {entry} <span class="unseen">{WORDS[state]}</span>
        </li>
      ))}
    </ul>
  );
}
