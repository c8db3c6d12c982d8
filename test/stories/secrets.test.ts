import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpFake, startHttpFake } from '../../infra/local/fakes/http-fake.ts';
import { toCloudEvent } from '../../infra/local/replay/to-cloud-event.ts';
import { synthesize } from '../../infra/local/synthesize.ts';
import { resourcesOf } from '../../infra/local/template.ts';
import type { Wire } from '../../infra/local/workers.ts';
import { PROVIDERS } from '../../shared/paging/providers.ts';
import { policy, row, rung } from '../policies.ts';
import { at, created, reply } from '../timelines.ts';
import { type Desk, openDesk } from './desk.ts';

const signing = (text: string) => `whsec_${Buffer.from(`canary of the ${text} in base 64`).toString('base64')}`;

/** What opens doors, by where it is kept; a key that cannot be one is shown to nobody. */
const SECRETS = {
  'timekeeper/pagerduty': 'canaryOfThePagerdutyRoutingKey01',
  'timekeeper/webhook': signing('webhook'),
  'timekeeper/dev/link-key': 'canaryOfTheLinkKey'.padEnd(64, 'Zy9'),
  'timekeeper/dev/hooks/pagerduty': 'canary-of-what-pagerduty-signs-with',
  'timekeeper/dev/hooks/ilert': 'canary-of-the-password-of-ilert',
  'timekeeper/dev/desks/desk': signing('help desk'),
  ...Object.fromEntries(PROVIDERS.map(({ name }) => [`timekeeper/wrong-${name}`, `canary of a wrong key of ${name}`])),
};
const QUERY = 'canary-in-the-query-of-a-webhook';
/** What strangers send where they should prove who they are. */
const SENT = { header: 'canary-in-a-header-of-a-request', query: 'canary-in-the-query-of-a-request' };
/** What only the people concerned may read. */
const WORDS = {
  subject: 'canary in the subject <b>&\n{"level":"error","message":"forged"}',
  description: 'canary in the description',
  customer_mail: 'canary-requester@example.test',
};

const page = (facts: object) => ({ page: facts as never });
const wrongKeys = PROVIDERS.filter(({ topic }) => !topic).map(({ name, url }) => {
  const place = url === 'required' ? { url: `http://127.0.0.1/?token=${QUERY}` } : {};
  return [`wrong ${name}`, page({ provider: name, secret: `timekeeper/wrong-${name}`, ...place })] as const;
});

let desk: Desk;
let receiver: HttpFake;
const queued: unknown[] = [];
const answers: string[] = [];

const wire: Wire = (name, clients) => {
  clients.sqs.middlewareStack.add(next => args => {
    queued.push(args.input);
    return next(args);
  });
  if (name === 'email') {
    let fails = 2;
    clients.ses.middlewareStack.add(next => args => {
      fails -= 1;
      const error = new Error(`Email address is not verified: ${WORDS.customer_mail}`);
      if (fails >= 0) throw Object.assign(error, { name: 'Throttling', $metadata: { httpStatusCode: 400 } });
      return next(args);
    });
  }
  return clients;
};

const ask = async (method: string, path: string, body: string, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await desk.machine.ask({
    method,
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  answers.push(answer.text);
  return answer.status;
};

beforeAll(async () => {
  receiver = await startHttpFake({ host: '127.0.0.1' }, () => ({ status: 204 }));
  const hook = { provider: 'webhook', secret: 'timekeeper/webhook', url: `${receiver.url}/?token=${QUERY}` };
  const recipients = {
    manager: { email: { attribute: 'customer_mail' } },
    'on call': page({ provider: 'pagerduty', secret: 'timekeeper/pagerduty' }),
    hook: page(hook),
    ...Object.fromEntries(wrongKeys),
  };
  const notify = Object.keys(recipients).map(to => ({ channel: to === 'manager' ? 'email' : 'page', to }) as const);
  const plan = policy({
    targets: [row({ ladder: 'usual' })],
    ladders: { usual: [rung('breach', { kind: 'breach' }, { notify })] },
    recipients,
  });
  desk = await openDesk([plan], { wire, secrets: SECRETS });

  for (const [fake, key] of [
    [desk.machine.pager, SECRETS['timekeeper/pagerduty']],
    [receiver, `${SECRETS['timekeeper/webhook']} ${QUERY}`],
  ] as const)
    fake.answerNext(
      { status: 500, body: { message: `no such key: ${key}`, errors: [`${'x'.repeat(170)} ${key}`] } },
      'hang up',
      { status: 302, headers: { location: `http://127.0.0.1/${key}` } },
      { status: 401, body: `<html>${key}` },
      { status: 429, headers: { 'retry-after': '5' }, body: { message: key } },
      { status: 410, body: { message: key } },
    );

  const key = { tenant: '', source: 'desk', id: 'T1' };
  const birth = toCloudEvent(key, at(0, created({ severity: 'A', ...WORDS }))) as object;
  const stranger = { authorization: `Basic ${btoa(`x:${SENT.header}`)}`, cookie: SENT.header };
  await desk.until(0);
  await ask('POST', `/v1/events?key=${SENT.query}`, JSON.stringify(birth), stranger);
  await ask('POST', '/v1/events', `{"${WORDS.description}`);
  await ask('POST', '/v1/events', JSON.stringify({ ...birth, type: WORDS.description, data: WORDS }));
  await ask('POST', '/v1/pagers/pagerduty', '{}', { 'x-pagerduty-signature': `v1=${SENT.header}` });
  await ask('POST', '/v1/pagers/ilert', '{}', stranger);
  await ask('POST', '/v1/hooks/desk', JSON.stringify(birth), { 'webhook-id': 'a', 'webhook-signature': SENT.header });
  await ask('GET', `/v1/acknowledge?t=${SENT.query}`, '');
  await desk.machine.putEvents([
    { source: 'timekeeper', detailType: 'x', detail: { ...birth, id: undefined } },
  ] as never);
  await desk.until(75);
  await desk.happens(80, reply);
  await desk.until(24 * 60 + 120);
}, 60_000);
afterAll(async () => {
  await desk.machine.stop();
  await receiver.stop();
});

/** The values of which a text tells the beginning or the end. */
const toldBy = (text: string, values: readonly string[]): readonly string[] =>
  values.filter(value => [value.slice(0, 20), value.slice(-20)].some(part => text.includes(part)));

const written = () => JSON.stringify([desk.machine.logs(), desk.machine.measures()]);
const links = () =>
  desk.machine.inbox().flatMap(({ body }) => [...(body.text ?? '').matchAll(/\?t=([\w.-]+)/g)].map(found => found[1]!));

describe('after a day of failures of every service', () => {
  it('everything has failed at least once, and what could be told was', async () => {
    const rows = await desk.machine.deliveries();
    const wrong = rows.filter(({ notification }) => notification.to.startsWith('wrong'));
    expect(wrong.map(({ state }) => state)).toEqual(wrongKeys.map(() => 'refused'));
    const failed = rows.flatMap(({ tried = [] }) => tried).filter(({ verdict }) => verdict !== 'sent');
    expect(failed.length).toBeGreaterThanOrEqual(wrongKeys.length + 12);
    expect(links()).not.toEqual([]);
  });

  it('no secret stands in a log line, a measure, a message, the ledger, a mail or an answer', async () => {
    const secrets = [...Object.values(SECRETS), ...Object.values(SENT), QUERY];
    const rows = (await desk.machine.deliveries()).map(({ route, ...rest }) => ({
      ...rest,
      route: { ...route, url: '' },
    }));
    const kept = [JSON.stringify(rows), JSON.stringify(queued), JSON.stringify(desk.machine.inbox()), ...answers];
    expect([written(), ...kept].flatMap(text => toldBy(text, secrets))).toEqual([]);
  });

  it('a link by which a reader acknowledges stands in its mail alone', async () => {
    const kept = [JSON.stringify(await desk.machine.deliveries()), JSON.stringify(queued)];
    expect([written(), ...kept].flatMap(text => toldBy(text, links()))).toEqual([]);
  });

  it('nothing a ticket says stands in a log line, a measure or a message', () => {
    const rejected = (input: unknown) => JSON.stringify(input).includes('rejected');
    const messages = JSON.stringify(queued.filter(input => !rejected(input)));
    expect([written(), messages].flatMap(text => toldBy(text, Object.values(WORDS)))).toEqual([]);
  });
});

describe.each(['dev', 'prod'])('the templates of %s', stage => {
  it('hold no value of a secret, only names', async () => {
    const template = await synthesize({ stage, mailFrom: 'sla@example.test', urgentPhone: '+491701234567' });
    for (const { Properties } of resourcesOf(template, 'AWS::SecretsManager::Secret'))
      expect(Object.keys(Properties)).not.toContain('SecretString');
    const values = resourcesOf(template, 'AWS::Lambda::Function')
      .flatMap(({ Properties }) => Object.entries((Properties.Environment as { Variables: object }).Variables))
      .filter(([name, value]) => /SECRET|KEY|TOKEN|PASSWORD/.test(name) && typeof value === 'string');
    expect(values.map(([, value]) => value).filter(value => !value.startsWith(`timekeeper/${stage}/`))).toEqual([]);
    expect(JSON.stringify(template)).not.toMatch(/whsec_|hooks\.slack\.com|"AKIA/);
  });
});
