import { type Duration, HOUR, MINUTE, SECOND } from '../../../shared/calendar/instant.ts';
import type { Attributes, Happening } from '../../../shared/ticket/ticket-event.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { LIVES, lifeOf, type Turn } from './lives.ts';
import { PRESET_STORIES } from './preset-stories.ts';
import { ASSIGNEES, REQUESTERS, REQUESTS } from './requests.ts';

/** Something that happens to a ticket of the sample; both times count from the sample's start. */
export interface SampleEvent {
  readonly ticket: number;
  readonly place: number;
  /** When it happened; before the start for what came in over the weekend. */
  readonly at: Duration;
  /** When the service hears of it, never before the start. */
  readonly arrives: Duration;
  readonly happening: Happening;
}

/** How long the sample lasts: Monday 08:30 to Tuesday noon and a little more. */
export const SAMPLE_LENGTH: Duration = 28 * HOUR;

const TICKETS = 108;
const SEED = 1984;
const PLANS = ['gold', 'silver', 'bronze'] as const;
const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const;
const CHANNELS = ['email', 'web', 'phone', 'chat', 'partner'] as const;

/** Roughly what a first answer is promised within, in minutes, by plan and severity: what the lives are stretched to. */
const PROMISED: Readonly<Record<(typeof PLANS)[number], readonly number[]>> = {
  gold: [15, 60, 240, 480],
  silver: [60, 120, 420, 600],
  bronze: [240, 540, 300, 300],
};

/**
 * About 130 tickets over one and a half working days from a Monday 08:30 in Berlin, the same each time: of Acme's own support every plan
 * with every severity, and every life, region, language and channel among them; and those that run under the presets. In the order
 * in which the service hears of them.
 */
export function sampleTimeline(): readonly SampleEvent[] {
  return [...acmeTickets(), ...presetTickets()]
    .flat()
    .filter(({ arrives }) => arrives < SAMPLE_LENGTH)
    .sort((a, b) => a.arrives - b.arrives || a.ticket - b.ticket || a.place - b.place);
}

function acmeTickets(): readonly (readonly SampleEvent[])[] {
  const chance = chanceFrom(SEED);
  const lives = Object.values(LIVES);
  return Array.from({ length: TICKETS }, (_, index) => {
    const plan = PLANS[index % PLANS.length]!;
    const severity = Math.floor(index / PLANS.length) % SEVERITIES.length;
    const life = lives[(index * 5 + Math.floor(index / 12)) % lives.length]!;
    const created = creation(index, chance);
    const target = PROMISED[plan][severity]! * MINUTE;
    const attributes = attributesOf(index, plan, severity, chance);
    return ticketOf(index + 1, created, attributes, life(target * chance.between(0.9, 1.05)));
  });
}

function presetTickets(): readonly (readonly SampleEvent[])[] {
  return PRESET_STORIES.map(({ at, life, within, attributes }, index) => {
    const assignee = ASSIGNEES[index % ASSIGNEES.length]!;
    const known = { ...attributes, ...assignedTo(assignee), team_email: `${attributes.product}@acme.example` };
    return ticketOf(TICKETS + index + 1, at * HOUR, known, lifeOf(life)(within * HOUR));
  });
}

function ticketOf(
  ticket: number,
  created: Duration,
  attributes: Attributes,
  turns: readonly Turn[],
): readonly SampleEvent[] {
  const born: Turn = { after: 0, happening: { type: 'created', status: 'new', attributes } };
  return [born, ...turns].map((turn, place) => {
    const at = Math.round((created + turn.after) / SECOND) * SECOND;
    const arrives = Math.max(0, at, created + (turn.arrives ?? 0));
    return { ticket, place, at, arrives, happening: turn.happening };
  });
}

const assignedTo = (assignee: string): Attributes => ({ assignee, assignee_email: `${assignee}@acme.example` });

/** One in nine came in over the weekend, one in nine comes in at night, the rest while Berlin works. */
function creation(index: number, chance: Chance): Duration {
  if (index % 9 === 4) return -chance.between(2, 40) * HOUR;
  if (index % 9 === 8) return chance.between(10, 23) * HOUR;
  return index % 5 === 3 ? chance.between(24, 27) * HOUR : chance.between(0, 8) * HOUR;
}

function attributesOf(index: number, plan: string, severity: number, chance: Chance): Attributes {
  const requester = REQUESTERS[(index * 7 + Math.floor(index / 12) * 5) % REQUESTERS.length]!;
  const requests = REQUESTS[requester.language]!;
  const { subject, category } = requests[(index + Math.floor(index / 12)) % requests.length]!;
  const assignee = chance.one(ASSIGNEES);
  return {
    product: 'acme',
    plan,
    ...severityWords(index, severity),
    category,
    subject,
    requester: requester.name,
    language: requester.language,
    region: requester.region,
    channel: CHANNELS[index % CHANNELS.length]!,
    ...assignedTo(assignee),
  };
}

/** Most tickets name their severity; some give impact and urgency, from which the policy derives it. */
function severityWords(index: number, severity: number): Attributes {
  if (index % 4 === 3 && severity === 0) return { impact: 'high', urgency: 'high' };
  if (index % 4 === 3 && severity === 3) return { impact: 'low', urgency: 'low' };
  return { severity: SEVERITIES[severity]! };
}
