const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Reads `mon`, `mon-fri`, `sat, sun` or `every day` as days of the week, 0 for Monday; undefined for anything else. */
export function parseDays(text: string): readonly number[] | undefined {
  if (text.trim().toLowerCase() === 'every day') return DAYS.map((_, day) => day);
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [first, last = first, ...rest] = part.split('-').map(dayOf);
    if (first === undefined || last === undefined || rest.length > 0) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return days;
}

/** The name of a day of the week, as policies write it. */
export const dayName = (day: number): string => DAYS[day]!;

function dayOf(text: string): number | undefined {
  const day = DAYS.indexOf(text.trim().toLowerCase());
  return day === -1 ? undefined : day;
}
