import { readFile } from 'node:fs/promises';
import { CATALOGUE } from '../../shared/catalogue/catalogue.ts';
import { parsePolicy } from '../../shared/policy/document/parse-policy.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Manner, PageRoute, Recipient } from '../../shared/policy/recipient.ts';
import { LocalError } from './local-error.ts';

/** Reads policy documents, those of the catalogue where none are named; throws a `LocalError` that names the first mistake. */
export function readPolicies(paths: readonly string[]): Promise<readonly Policy[]> {
  const shipped = CATALOGUE.map(({ file }) => new URL(`../../shared/catalogue/${file}`, import.meta.url));
  return Promise.all((paths.length > 0 ? paths : shipped).map(readPolicy));
}

async function readPolicy(path: string | URL): Promise<Policy> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new LocalError(`The policy ${path} cannot be read (${error.code}).`);
  });
  const parsed = parsePolicy(text);
  if ('policy' in parsed) return parsed.policy;
  const [first, ...others] = parsed.faults;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new LocalError(`The policy ${path} has a mistake in line ${first!.line}: ${first!.message}${more}.`);
}

/** The policy with every page that goes to an address of somebody's own sent to `url`: this machine wakes nobody. */
export function keptAtHome(policy: Policy, url: string): Policy {
  const atHome = <R extends Manner>(manner: R): R =>
    manner.page?.url === undefined ? manner : { ...manner, page: { ...manner.page, url } };
  const recipients = Object.entries(policy.recipients).map(([name, { routes, ...own }]): [string, Recipient] => [
    name,
    { ...atHome(own), ...(routes && { routes: routes.map(atHome) }) },
  ]);
  return { ...policy, recipients: Object.fromEntries(recipients) };
}

/** The secrets the policies name, made up: a key of PagerDuty's length, or for a webhook the given one. */
export function madeUpSecrets(policies: readonly Policy[], webhookSecret: string): Readonly<Record<string, string>> {
  const keyOf = (provider: string) => (provider === 'webhook' ? webhookSecret : 'localkey'.repeat(4));
  return Object.fromEntries(
    pagesOf(policies).flatMap(({ secret, provider }) => (secret === undefined ? [] : [[secret, keyOf(provider)]])),
  );
}

/** The topics the policies page, each once. */
export const topicsOf = (policies: readonly Policy[]): readonly string[] => [
  ...new Set(pagesOf(policies).flatMap(({ topic }) => topic ?? [])),
];

const pagesOf = (policies: readonly Policy[]): readonly PageRoute[] =>
  policies
    .flatMap(({ recipients }) => Object.values(recipients))
    .flatMap(({ page, routes = [] }) => [page, ...routes.map(route => route.page)])
    .flatMap(page => page ?? []);
