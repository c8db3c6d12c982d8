import { randomUUID } from 'node:crypto';
import { pageSecrets } from '../../../shared/installation/page-secrets.ts';
import type { Outcome } from '../../../shared/notification/delivery.ts';
import { wordingFor } from '../../../shared/notification/wording/wordings.ts';
import type { PageOrder, PagingProvider } from '../../../shared/paging/paging-provider.ts';
import { providerOf } from '../../../shared/paging/providers.ts';
import { testPage } from '../../../shared/paging/test-page.ts';
import { pagerBy } from '../../adapters/pager.ts';
import { Refusal } from '../complaint.ts';
import type { Connection } from '../connection.ts';
import type { Terminal } from '../terminal.ts';
import { carriersTo, telling } from './carriers.ts';
import { type Sought, wayTo } from './way-to.ts';

/** Pages somebody with a page that says it is a test, and tells every step; a Refusal tells why the provider did not take all of it. */
export async function tryPage(
  sought: Sought,
  stage: string,
  connection: Connection,
  { say, user }: Terminal,
): Promise<void> {
  const { route, language, title, text } = await wayTo(sought, connection);
  const provider = knownProvider(route.provider);
  say(text);
  if (route.secret !== undefined) say(`The key is the secret ${route.secret} of the stage ${stage}.`);
  const trial = { at: connection.now, role: sought.recipient, policy: title, by: user };
  const page = testPage({ ...trial, key: `timekeeper-test-${randomUUID()}` }, wordingFor(language));
  const pager = pagerBy(telling(carriersTo(route, connection, pageSecrets(stage)), line => say(`  ${line}`)));
  await rung(page, order => pager(provider, route, order, connection.now), say);
}

/** Has the page triggered and resolved; one that may ring, as far as anybody knows, is resolved too. */
async function rung(
  { trigger, resolve }: ReturnType<typeof testPage>,
  page: (order: PageOrder) => Promise<Outcome>,
  say: Terminal['say'],
): Promise<void> {
  let failed: string | undefined;
  for (const order of [trigger, resolve]) {
    say(`${order.action}, with the key ${order.key}`);
    const outcome = await page(order);
    if (outcome.verdict === 'sent')
      say(`  accepted${outcome.reference === undefined ? '' : `, known there as ${outcome.reference}`}`);
    else failed ??= `the ${order.action} was ${whyNot(outcome)}`;
    if (outcome.verdict === 'refused' || (outcome.verdict === 'retry' && !outcome.uncertain)) break;
  }
  if (failed !== undefined) throw new Refusal(failed);
}

function knownProvider(name: string): PagingProvider {
  const provider = providerOf(name);
  if (provider === undefined) throw new Refusal(`there is no paging provider ${name}`);
  return provider;
}

function whyNot(outcome: Exclude<Outcome, { verdict: 'sent' }>): string {
  if (outcome.verdict === 'refused') return `refused: ${outcome.detail}`;
  const wait = outcome.retryAfter === undefined ? '' : ` after ${outcome.retryAfter / 1000} s`;
  return `not taken, and would be tried again${wait}: ${outcome.detail}`;
}
