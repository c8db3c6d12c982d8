import { expect, it } from 'vitest';
import { matches } from '../../../infra/local/bus.ts';

it.each([
  [{ source: [{ prefix: '' }] }, true],
  [{ source: [{ prefix: 'desk' }] }, true],
  [{ source: [{ prefix: 'other' }] }, false],
  [{ source: ['other', 'desk.one'] }, true],
  [{ detail: { id: [{ exists: true }] } }, true],
  [{ detail: { id: [{ exists: false }] } }, false],
  [{ source: ['desk.one'], detail: { id: ['2'] } }, false],
  [{ detail: { tags: { of: ['b'] } } }, true],
  [{ detail: { tags: { of: [{ prefix: '' }] } } }, true],
  [{ detail: { tags: { of: ['c'] } } }, false],
])('an event matches %j: %s', (pattern, expected) => {
  expect(matches(pattern, { source: 'desk.one', detail: { id: '1', tags: { of: ['a', 'b'] } } })).toBe(expected);
});
