import type { ClimbStep } from '../escalation/climb-step.ts';
import type { Course } from '../escalation/next-action.ts';
import type { TicketRecord } from '../escalation/ticket-record.ts';
import { kindOf } from '../notification/notification.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { clockDimensions } from './clock-measures.ts';
import { type Measure, measure } from './measures.ts';

/** What one step up a ladder is counted as: a promise broken, or a warning that it may be. */
export function stepMeasures(
  record: TicketRecord,
  { climb }: Course,
  { breached, told }: ClimbStep,
  policies: PolicySet,
): readonly Measure[] {
  const warned = !breached && told !== undefined && kindOf(told.rung) === 'warning';
  if (!breached && !warned) return [];
  return [measure(breached ? 'Breaches' : 'Warnings', 1, clockDimensions(record, climb, policies))];
}
