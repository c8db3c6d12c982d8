import { afterEach, describe, expect, it } from 'vitest';
import { at, becomes, created, set } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';
import { minutesOf, nagging } from './nagging.ts';

let desk: Desk;
afterEach(() => desk.machine.stop());

async function open(): Promise<void> {
  desk = await openDesk([nagging]);
  await desk.happens(0, created({ severity: 'A', subject: 'Printer on fire' }));
}

const seenBy = async () => (await desk.record()).climbs.map(({ acknowledged }) => acknowledged?.by);

/** The link in the latest mail, as a path of the API. */
function link(): string {
  const { body } = desk.machine.inbox().at(-1)!;
  const found = /http:\/\/localhost(\/v1\/acknowledge\?t=[\w.-]+)/.exec(body.text ?? '');
  if (found === null) throw new Error(`there is no link in ${body.text}`);
  return found[1]!;
}

const show = (path: string) => desk.machine.ask({ method: 'GET', path, headers: {}, body: '' });
const press = (path: string) =>
  desk.machine.ask({
    method: 'POST',
    path: '/v1/acknowledge',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: path.split('?')[1]!,
  });

/** Somebody does something with the latest incident at the pager. */
function atPager(reaction: 'acknowledge' | 'unacknowledge' | 'resolve', by = 'Ana'): void {
  desk.machine.pager.react(desk.machine.pages().at(-1)!.dedupKey, reaction, by);
}

describe('a ladder that repeats every half hour', () => {
  it('goes on until its reader presses the button behind the mail’s link, whatever has looked at it before', async () => {
    await open();
    await desk.until(95);
    expect(minutesOf(desk.mails())).toEqual([60, 90]);
    expect((await show(link())).status).toBe(200);
    await desk.until(125);
    expect(minutesOf(desk.mails())).toEqual([60, 90, 120]);

    expect(await press(link())).toMatchObject({
      status: 200,
      text: expect.stringContaining('Acknowledged by manager'),
    });
    expect((await press(link())).status).toBe(200);
    await desk.until(24 * 60);
    expect(desk.mails().slice(3)).toEqual([expect.stringMatching(/^300 .*overdue/)]);
    expect(minutesOf(desk.pages())).toEqual([30, 60, 90, 120]);
    await desk.expectQuiet();
  });

  it('goes on until somebody acknowledges at the pager, and again within a minute once that has run out', async () => {
    await open();
    await desk.until(100);
    atPager('acknowledge');
    await desk.until(200);
    expect(minutesOf(desk.mails())).toEqual([60, 90]);
    expect(await seenBy()).toEqual(['Ana']);

    atPager('unacknowledge', 'PagerDuty');
    await desk.until(245);
    expect(minutesOf(desk.mails())).toEqual([60, 90, 201, 210, 240]);
    expect(await seenBy()).toEqual([undefined]);
    await desk.expectQuiet();
  });

  it('needs another acknowledgement after its breach was taken back', async () => {
    await open();
    await desk.until(65);
    await press(link());
    await desk.happens(70, set({ severity: 'C' }));
    await desk.until(545);
    expect(minutesOf(desk.mails())).toEqual([60, 480, 510, 540]);
    expect((await press(link())).status).toBe(200);
    await desk.until(700);
    expect(minutesOf(desk.mails())).toEqual([60, 480, 510, 540]);
  });
});

it('what is resolved at the pager runs on, breaches, and is told; it is only not repeated', async () => {
  await open();
  await desk.until(35);
  atPager('resolve');
  await desk.until(50);
  expect(await seenBy()).toEqual(['Ana']);
  const [page] = await desk.machine.deliveries();
  expect(page).toMatchObject({
    inPager: { state: 'resolved', by: 'Ana' },
    detail: 'resolved at the pager by Ana; the clock runs on',
  });

  await desk.until(200);
  expect(minutesOf(desk.mails())).toEqual([60]);
  expect(desk.pages()).toEqual(['30 resolved', '60 triggered']);
  const { timed } = await desk.record();
  expect(timed?.clocks.find(({ metric }) => metric === 'resolution')).not.toHaveProperty('stoppedAt');

  await desk.happens(210, becomes('solved'));
  await desk.until(215);
  expect(desk.pages()).toEqual(['30 resolved', '60 resolved']);
  expect((await press(link())).status).toBe(410);
  await desk.expectQuiet();
});

it('what is acknowledged by a link is acknowledged at the pager too within a minute, and resolved there in the end', async () => {
  await open();
  await desk.until(95);
  expect(desk.pages()).toEqual(['30 triggered', '60 triggered', '90 triggered']);
  await press(link());
  await desk.until(97);
  expect(desk.pages()).toEqual(['30 acknowledged', '60 acknowledged', '90 acknowledged']);
  await desk.expectQuiet();

  await desk.happens(120, becomes('solved'));
  await desk.until(125);
  expect(desk.pages()).toEqual(['30 resolved', '60 resolved', '90 resolved']);
  await desk.expectQuiet();
});

it('what is solved and opened again is repeated on, though the pager then tells that the page was resolved', async () => {
  await open();
  await desk.until(65);
  await desk.happens(66, becomes('solved'));
  await desk.send(at(66, becomes('open')));
  await desk.until(125);
  expect([minutesOf(desk.mails()), await seenBy()]).toEqual([[60, 90, 120], [undefined]]);
  expect(desk.pages()).toEqual(['30 resolved', '60 resolved', '90 triggered', '120 triggered']);
});

it('a forged link changes nothing', async () => {
  await open();
  await desk.until(65);
  const before = await desk.record();
  const token = link().split('t=')[1]!;
  for (const forged of ['', 'x', `${token}x`, `x${token}`, token.split('.')[0]!]) {
    expect((await press(`?t=${forged}`)).status).toBe(403);
    expect((await show(`/v1/acknowledge?t=${forged}`)).status).toBe(403);
  }
  expect(await desk.record()).toEqual(before);
});
