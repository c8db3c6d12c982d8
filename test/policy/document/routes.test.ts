import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../shared/policy/document/parse-policy.ts';
import { faultsOf, GOOD, spoilt } from './good-document.ts';

const LEAD = 'lead: { email: lead@acme.example';
const PAGE = 'page: { provider: pagerduty, secret: acme/duty }';

/** The good document in which the lead has these routes. */
const routed = (...routes: readonly string[]) => spoilt(LEAD, `${LEAD}, routes: [${routes.join(', ')}]`);
const inWords = (text: string) => faultsOf(text).map(fault => fault.replace(/^\d+:\d+ (recipients\.lead\.)?/, ''));

const TAKEN = 'no ticket reaches this route: those before it take every ticket that would';

describe('the routes of a recipient', () => {
  it.each<[string, ...string[]]>([
    ['{ when: { team: [a, b], severity: P1 }, email: a@acme.example }', '{ when: { region: emea }, zone: UTC }'],
    ['{ when: { plan: gold }, language: en }', '{ when: { plan: [gold, tin] }, language: de }'],
    ['{ when: { country: { known: false } }, language: en }', '{ when: {}, language: de }'],
    [
      `{ when: { team: a }, ${PAGE} }`,
      '{ when: {}, page: { provider: webhook, secret: k, url: "https://a.example" } }',
    ],
  ])('%s, %s, are sound', (...routes) => {
    expect(faultsOf(routed(...routes))).toEqual([]);
  });

  it.each<[routes: readonly string[], ...faults: readonly string[]]>([
    [[], 'routes: expected a list that is not empty, found an empty list'],
    [['{ language: en }'], 'routes[0].when: expected a group of settings by name, found nothing'],
    [
      ['{ when: { team: a } }'],
      'routes[0]: expected one of email, page, language, zone, found nothing but a condition',
    ],
    [
      ['{ when: { team: a }, page: { provider: pagerdutty, secret: k } }'],
      'routes[0].page.provider: there is no paging provider "pagerdutty", only pagerduty, slack, sns, webhook; did you mean "pagerduty"?',
    ],
    [['{ when: { team: a }, language: fr }'], 'routes[0].language: there is no language "fr", only en, de'],
    [
      ['{ when: { product: zeta }, language: en }'],
      'routes[0].when.product: no ticket reaches this route: the policy is only for tickets whose product is acme',
    ],
    [
      ['{ when: { severity: [P1, P9] }, language: en }'],
      'routes[0].when.severity: "P9" is not a severity of this policy, which has P1, P2, P3; did you mean "P1"?',
    ],
    [
      ['{ when: { severity: { not: [P1, P2, P3] } }, language: en }'],
      'routes[0]: no ticket reaches this route: it is met by no severity of this policy',
    ],
    [
      ['{ when: { severity: { known: false } }, language: en }'],
      'routes[0]: no ticket reaches this route: it is met by no severity of this policy',
    ],
    [['{ when: { product: acme }, language: en }', '{ when: { team: a }, language: de }'], `routes[1]: ${TAKEN}`],
    [['{ when: { plan: [gold, tin] }, language: en }', '{ when: { plan: gold }, zone: UTC }'], `routes[1]: ${TAKEN}`],
    [
      [
        '{ when: { severity: P1 }, zone: UTC }',
        '{ when: { severity: [P2, P3] }, zone: UTC }',
        '{ when: {}, zone: UTC }',
      ],
      `routes[2]: ${TAKEN}`,
    ],
    [
      ['{ when: { severity: { not: P1 } }, zone: UTC }', '{ when: { severity: P2, team: a }, zone: UTC }'],
      `routes[1]: ${TAKEN}`,
    ],
  ])('%j have faults', (routes, ...expected) => {
    expect(inWords(routed(...routes))).toEqual(expected);
  });

  it('may be the only way there is', () => {
    const only = 'assignee: { routes: [{ when: { team: a }, email: { attribute: assignee_email } }] }';
    expect(faultsOf(spoilt('assignee: { email: { attribute: assignee_email } }', only))).toEqual([]);
    const paged = only.replace('email: { attribute: assignee_email }', PAGE);
    expect(faultsOf(spoilt('assignee: { email: { attribute: assignee_email } }', paged))).toEqual([
      expect.stringContaining('"assignee" has no email to be told by'),
    ]);
  });

  it('may name the values of a group', () => {
    const text = `groups: { big: [gold, silver] }\n${routed('{ when: { plan: group big }, language: en }')}`;
    const parsed = parsePolicy(text);
    expect('policy' in parsed && parsed.policy.recipients.lead!.routes).toEqual([
      { when: { plan: ['gold', 'silver'] }, language: 'en' },
    ]);
  });
});

describe('a page', () => {
  const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:duty';
  const paged = (page: string) => GOOD.replace(PAGE, `page: { ${page} }`);

  it.each([`provider: sns, topic: "${TOPIC}"`, `provider: sns, topic: "${TOPIC}.fifo"`])('%s is sound', page => {
    expect(faultsOf(paged(page))).toEqual([]);
  });

  it.each([
    [
      'provider: pagerduty',
      'page: expected the secret that holds the key, or for sns the topic, found neither a secret nor a topic',
    ],
    [
      `provider: pagerduty, topic: "${TOPIC}"`,
      'page.topic: pagerduty takes no topic, but the secret that holds its key',
    ],
    [`provider: sns, secret: k, topic: "${TOPIC}"`, 'page.secret: sns takes no secret, but the topic to publish to'],
    ['provider: sns, secret: k', 'page.secret: sns takes no secret, but the topic to publish to'],
    [
      `provider: sns, topic: "${TOPIC}", url: "https://sns.example"`,
      'page.url: sns takes no url: it has one address for all, or the topic is the address',
    ],
    [
      'provider: sns, topic: duty',
      'page.topic: expected a topic such as arn:aws:sns:eu-central-1:123456789012:duty, found "duty"',
    ],
  ])('{ %s } has a fault', (page, fault) => {
    expect(inWords(paged(page))).toEqual([fault]);
  });
});
