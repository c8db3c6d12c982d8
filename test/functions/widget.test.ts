import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policy, row, rung } from '../policies.ts';
import { type Desk, openDesk } from '../stories/desk.ts';
import { created, reply } from '../timelines.ts';

const REPEATED = policy({
  targets: [row({ ladder: 'usual' })],
  ladders: {
    usual: [
      rung(
        'breach',
        { kind: 'breach' },
        {
          notify: [{ channel: 'page', to: 'on call' }],
          repeat: { every: 10 * 60_000, wall: true, times: 5 },
        },
      ),
      rung('+55m', { kind: 'after', duration: 55 * 60_000, wall: true }),
    ],
  },
});

const VIEWER = {
  dashboardName: 'timekeeper-dev-operations',
  widgetId: 'widget-16',
  accountId: '123456789012',
  locale: 'de',
  timezone: { label: 'Local', offsetISO: '+01:00', offsetInMinutes: 60 },
  theme: 'dark',
};

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk([REPEATED]);
});
afterEach(() => desk.machine.stop());

const ask = async (event: object): Promise<string> => {
  const drawn = await desk.machine.invoke('widget', { widgetContext: VIEWER, ...event });
  await desk.machine.settle();
  return drawn as string;
};
const press = async (list: string, more: object = {}): Promise<string> => {
  const [, said] = /<cwdb-action[^>]*>(.*?)<\/cwdb-action>/.exec(list)!;
  return ask({ ...JSON.parse(said!.replaceAll('&quot;', '"')), ...more });
};

describe('the list of deadlines', () => {
  it('says what is due next in the language, zone and colours of the viewer', async () => {
    await desk.happens(0, created());
    await desk.until(30);
    const list = await ask({ show: 'deadlines' });
    expect(list).toContain('Mo., 10:00:00');
    expect(list).toContain('30 Min., 0 Sek.');
  });

  it('says what is late first, in a colour that stands out', async () => {
    await desk.happens(0, created());
    await desk.happens(20, created(), 'T2');
    await desk.until(65);
    const list = await ask({ show: 'deadlines' });
    expect(list.indexOf('T1')).toBeLessThan(list.indexOf('T2'));
    expect(list).toContain('late by 5 Min., 0 Sek.');
    expect(list).toContain('#ff8a80');
  });

  it('is empty in words', async () => {
    expect(await ask({ show: 'deadlines' })).toContain('Nothing is due');
  });

  it('shows what a ticket says, and never lets it say markup', async () => {
    await desk.happens(0, created(), '<img src=x onerror=alert(1)>');
    const list = await ask({ show: 'deadlines' });
    expect(list).not.toContain('<img');
    expect(list).toContain('&lt;img');
  });
});

describe('a button', () => {
  it('acknowledges: nothing is repeated any more, and the list says who has seen it', async () => {
    await desk.happens(0, created());
    await desk.until(61);
    expect(await press(await ask({ show: 'deadlines' }))).toContain('Acknowledged');
    expect(await ask({ show: 'deadlines' })).toContain('seen by timekeeper-dev-operations');
    const place = { dashboard: VIEWER.dashboardName, widget: 'widget-16', account: '123456789012' };
    const wish = { do: 'acknowledge', source: 'desk', tenant: '', ticket: 'T1' };
    const logged = desk.machine.logs().map(({ line }) => JSON.parse(line));
    expect(logged).toContainEqual(expect.objectContaining({ ...place, wish }));
    await desk.until(100);
    expect(desk.pages()).toEqual(['60 triggered']);
  });

  it('asks before it does anything', async () => {
    await desk.happens(0, created());
    await desk.until(61);
    expect(await ask({ show: 'deadlines' })).toMatch(/action="call"[^>]*confirmation="Acknowledge T1\?/);
  });

  it('tries a page again that would have waited for its time', async () => {
    desk.machine.pager.answerNext({ status: 503 }, { status: 503 }, { status: 503 }, { status: 503 });
    await desk.happens(0, created());
    await desk.until(60.9);
    expect(desk.pages()).toEqual([]);
    desk.machine.pager.answerNext();
    let list = await ask({ show: 'undelivered' });
    expect(list).toContain('retry');
    for (let tries = 0; desk.pages().length === 0; tries += 1) {
      expect(tries).toBeLessThan(5);
      list = await press(list, { show: 'undelivered' });
    }
    expect(list).toContain('It is tried again now');
    const asked = { redelivered: { by: VIEWER.dashboardName, at: expect.any(Number) } };
    expect(await desk.machine.deliveries()).toContainEqual(expect.objectContaining(asked));
    await desk.happens(62, reply);
  });
});

describe('a dashboard', () => {
  it('is told what the widget can show', async () => {
    expect(await desk.machine.invoke('widget', { describe: true })).toMatchObject({
      markdown: expect.stringContaining('undelivered'),
    });
  });

  it.each([{}, { show: 'everything' }, null, 'x', { do: 'acknowledge', widgetContext: VIEWER }])(
    'that asks for something unknown gets an answer all the same: %j',
    async event => {
      expect(typeof (await desk.machine.invoke('widget', event))).toBe('string');
    },
  );
});
