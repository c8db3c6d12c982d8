import { readWall, type Wall } from './wall.ts';

/** How long every wall is looked at. */
export const WALL_LENGTH = 12 * 86_400_000;

const MINUTES = WALL_LENGTH / 60_000;

/** Where clocks do what clocks should not: a zone, and a date some days before it happens. */
const PLACES: readonly (readonly [zone: string, date: string])[] = [
  ['UTC', '2026-12-26'],
  ['Europe/Berlin', '2024-03-26'],
  ['Europe/Berlin', '2024-10-22'],
  ['Europe/Berlin', '2090-03-22'],
  ['Europe/London', '1971-10-25'],
  ['America/New_York', '2025-03-04'],
  ['America/New_York', '2025-10-28'],
  ['America/Los_Angeles', '2026-12-26'],
  // half an hour of summer time, two hours of it
  ['Australia/Lord_Howe', '2023-03-28'],
  ['Australia/Lord_Howe', '2023-09-26'],
  ['Antarctica/Troll', '2024-03-26'],
  // changes at midnight: a day that begins at 01:00, one whose last hour comes twice
  ['America/Sao_Paulo', '2017-10-10'],
  ['America/Sao_Paulo', '2018-02-12'],
  ['Asia/Beirut', '2021-10-26'],
  ['Asia/Beirut', '2022-03-22'],
  ['Africa/Cairo', '2014-06-22'],
  ['Africa/Cairo', '2023-04-24'],
  ['America/Scoresbysund', '2024-03-26'],
  // summer time interrupted by Ramadan, or for a week only
  ['Africa/Casablanca', '2024-03-06'],
  ['Africa/Casablanca', '2024-04-09'],
  ['Asia/Gaza', '2040-10-18'],
  ['America/Recife', '2000-10-05'],
  // whole dates skipped
  ['Pacific/Apia', '2011-12-25'],
  ['Pacific/Kwajalein', '1993-08-16'],
  ['Pacific/Kiritimati', '1994-12-27'],
  // other offsets, changed for good
  ['Asia/Kathmandu', '1985-12-26'],
  ['America/Caracas', '2016-04-26'],
  ['Asia/Pyongyang', '2018-04-30'],
  // years that begin elsewhere than in UTC, and both ends of what a calendar covers
  ['Pacific/Auckland', '2026-12-26'],
  ['Pacific/Honolulu', '2026-12-26'],
  ['Asia/Kolkata', '1970-01-01'],
  ['Pacific/Auckland', '2100-12-20'],
];

/** The walls that the laws are tried on, read once. */
export const WALLS: readonly Wall[] = [
  ...PLACES.map(([zone, date]) => readWall(zone, Date.parse(`${date}T00:00Z`), MINUTES)),
  // 44 minutes and 30 seconds behind UTC until this January
  readWall('Africa/Monrovia', Date.parse('1972-01-02T00:00Z'), 2 * MINUTES, 30_000),
];
