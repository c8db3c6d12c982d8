import { describe, expect, it } from 'vitest';
import { icalendarDates } from '../../shared/calendar/icalendar.ts';
import { formatLocalDate } from '../../shared/calendar/local-date.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:closed', ...lines, 'END:VEVENT'].join('\r\n');
const icalendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const dates = (...events: string[]) => icalendarDates(icalendar(...events)).map(formatLocalDate);

describe('an iCalendar feed closes', () => {
  it.each([
    ['the date of an all-day event', ['DTSTART;VALUE=DATE:20261224'], ['2026-12-24']],
    [
      'every date of a longer one, its end excluded',
      ['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'],
      ['2026-12-30', '2026-12-31', '2027-01-01'],
    ],
    ['as many dates as it lasts', ['DTSTART;VALUE=DATE:20261224', 'DURATION:P2D'], ['2026-12-24', '2026-12-25']],
    ['the date of a timed event', ['DTSTART:20261224T120000', 'DTEND:20261224T180000'], ['2026-12-24']],
    [
      'both dates of one that crosses midnight',
      ['DTSTART:20261224T220000', 'DTEND:20261225T020000'],
      ['2026-12-24', '2026-12-25'],
    ],
    ['not the date at whose midnight it ends', ['DTSTART:20261224T120000', 'DTEND:20261225T000000'], ['2026-12-24']],
    [
      'each date of a rule but those it excepts',
      ['DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20270501'],
      ['2026-05-01', '2028-05-01'],
    ],
    ['nothing for an event that was cancelled', ['DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'], []],
    ['nothing before 1970', ['DTSTART;VALUE=DATE:19691231', 'DTEND;VALUE=DATE:19700102'], ['1970-01-01']],
  ])('%s', (_, lines, closed) => {
    expect(dates(event(...lines))).toEqual(closed);
  });

  it('the dates of an endless rule up to 2100', () => {
    const yearly = dates(event('DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=YEARLY'));
    expect([yearly.length, yearly.at(-1)]).toEqual([81, '2100-01-01']);
  });

  it('the date that an occurrence was moved to', () => {
    const rule = event('DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=YEARLY;COUNT=2');
    const moved = event(
      'RECURRENCE-ID;VALUE=DATE:20270501',
      'DTSTART;VALUE=DATE:20270503',
      'DTEND;VALUE=DATE:20270504',
    );
    expect(dates(rule, moved)).toEqual(['2026-05-01', '2027-05-03']);
  });

  it('each date once, in order', () => {
    const later = event('DTSTART;VALUE=DATE:20261225');
    const earlier = event('DTSTART;VALUE=DATE:20261224', 'DURATION:P2D');
    expect(dates(later, earlier)).toEqual(['2026-12-24', '2026-12-25']);
  });
});

describe('an iCalendar feed is refused', () => {
  it.each([
    ['when it is another text', 'hello', 'not an iCalendar text'],
    ['when it is empty', '', 'not an iCalendar text'],
    ['when it breaks off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'not an iCalendar text'],
    ['when it has no event', icalendar(), 'has no event'],
    ['when an event has no start', icalendar(event('SUMMARY:Party')), '"Party" of the iCalendar text has no DTSTART'],
    ['when a date is none', icalendar(event('DTSTART;VALUE=DATE:2026x')), 'not an iCalendar text'],
    [
      'when a rule has no measure',
      icalendar(event('DTSTART:20260101T000000', 'RRULE:FREQ=SECONDLY')),
      'recurs more than',
    ],
  ])('%s', (_, text, reason) => {
    expect(() => icalendarDates(text)).toThrow(
      expect.objectContaining({ name: 'RangeError', message: expect.stringContaining(reason) }),
    );
  });
});
