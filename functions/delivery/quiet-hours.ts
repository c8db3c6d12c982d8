import { quietUntil } from '../../shared/policy/quiet-hours.ts';
import type { Gate } from './gate.ts';

/** Holds back what would disturb a recipient in quiet hours, until they end. */
export const quietHours: Gate = ({ delivery: { notification }, recipient, facts, now }) => {
  const { channel } = notification;
  const { severity, calendarZone } = facts;
  const telling = { channel, severity, zone: recipient?.zone ?? calendarZone };
  const until = quietUntil(recipient?.quiet ?? [], telling, now);
  return until === undefined ? 'passes' : { hold: { why: 'quiet hours', until } };
};
