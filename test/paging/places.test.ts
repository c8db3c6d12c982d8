import { describe, expect, it } from 'vitest';
import { sign } from '../../functions/adapters/fingerprint.ts';
import { providerOf } from '../../shared/paging/providers.ts';
import { FIFO_TOPIC, ROUTING_KEY, TOPIC } from './benches.ts';
import { order } from './order.ts';

const asked = (name: string, secret: string, url?: string) =>
  providerOf(name)!.request(order('trigger', 'timekeeper-1'), { secret, ...(url ? { url } : {}), now: 0, sign });

describe('PagerDuty', () => {
  it.each([
    [undefined, 'https://events.pagerduty.com/v2/enqueue'],
    ['https://events.eu.pagerduty.com', 'https://events.eu.pagerduty.com/v2/enqueue'],
    ['https://events.eu.pagerduty.com/v2/enqueue', 'https://events.eu.pagerduty.com/v2/enqueue'],
  ])('is found at %s', (url, expected) => {
    expect(asked('pagerduty', ROUTING_KEY, url)).toMatchObject({ url: expected });
  });

  it.each(['https://events.pagerduty.com.example', 'https://evil.example', 'http://events.pagerduty.com', 'nonsense'])(
    'is not %s, which learns no routing key',
    url => {
      expect(asked('pagerduty', ROUTING_KEY, url)).toEqual({
        verdict: 'refused',
        detail: 'the url is not one of PagerDuty',
      });
    },
  );
});

describe('incident.io', () => {
  const source = 'https://api.incident.io/v2/alert_events/http/01GW2G3V0S59R238FAHPDS1R66';
  it.each([source, `${source}?token=not-told-twice`])('is found at %s', url => {
    expect(asked('incident.io', 'a-token-of-a-source', url)).toMatchObject({ url: source });
  });

  it.each([
    source.replace('incident.io', 'incident.io.example'),
    source.replace('https', 'http'),
    'https://api.incident.io/v2/incidents',
    'https://api.incident.io/v2/alert_events/http/../incidents',
  ])('is not %s, which learns no token', url => {
    expect(asked('incident.io', 'a-token-of-a-source', url)).toMatchObject({ verdict: 'refused' });
  });
});

it.each([
  ['slack', 'https://hooks.slack.com/services/T0/B0/x'],
  ['slack', 'https://hooks.slack-gov.com/services/T0/B0/x'],
  ['teams', 'https://prod-00.westus.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?sig=x'],
])('%s is found where its secret says', (name, secret) => {
  expect(asked(name, secret)).toMatchObject({ url: new URL(secret).href });
});

it.each([
  ['slack', 'https://hooks.slack.com.example/services/T0/B0/x'],
  ['slack', 'http://hooks.slack.com/services/T0/B0/x'],
  ['slack', 'https://hooks.slack.com/triggers/T0/1/x'],
  ['slack', 'https://hooks.slack.com/services/T0/B0/x?y'],
  ['teams', 'https://acme.webhook.office.com/webhookb2/0a@0b/IncomingWebhook/0c/0d'],
  ['teams', 'http://prod-00.westus.logic.azure.com/workflows/0a/triggers/manual/paths/invoke?sig=x'],
  ['teams', 'https://prod-00.westus.logic.azure.com/workflows/0a/triggers/manual/paths/invoke'],
])('%s does not take %s for its address', (name, secret) => {
  expect(asked(name, secret)).toMatchObject({ verdict: 'refused' });
});

describe('SNS', () => {
  it.each([
    TOPIC,
    FIFO_TOPIC,
    'arn:aws-cn:sns:cn-north-1:123456789012:duty',
    'arn:aws-us-gov:sns:us-gov-west-1:123456789012:d',
  ])('publishes to %s', topic => {
    const asked = providerOf('sns')!.request(order('trigger', 'timekeeper-1'), { secret: '', topic, now: 0, sign });
    expect(asked).toMatchObject({ topic });
  });

  it.each([
    undefined,
    '',
    'duty',
    'arn:aws:sqs:eu-central-1:123456789012:duty',
    'arn:aws:sns:eu-central-1:123456789012:duty:4f0c-1',
    'arn:aws:sns:eu-central-1:12345:duty',
    `arn:aws:sns:eu-central-1:123456789012:${'x'.repeat(257)}`,
    'arn:aws:sns:169.254.169.254/?:123456789012:duty',
  ])('does not publish to %s', topic => {
    const target = { secret: '', ...(topic === undefined ? {} : { topic }), now: 0, sign };
    expect(providerOf('sns')!.request(order('trigger', 'timekeeper-1'), target)).toMatchObject({ verdict: 'refused' });
  });
});
