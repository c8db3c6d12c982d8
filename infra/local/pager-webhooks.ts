import type { Driver } from './driver.ts';
import type { FakePagerDuty } from './fakes/pagerduty.ts';
import type { HttpAnswer, HttpRequest } from './http-api.ts';
import type { Plan } from './plan.ts';

/**
 * Has the pager tell the stack what happens to pages there, by webhooks signed with the secret that the two share; each goes out with the
 * next step of the machine's time.
 */
export function tellOfPages(
  pager: FakePagerDuty,
  { functions }: Plan,
  secretOf: (name: string) => string | undefined,
  driver: Pick<Driver, 'at' | 'now'>,
  ask: (request: HttpRequest) => Promise<HttpAnswer>,
): void {
  const prefix = functions.map(({ environment }) => environment.HOOK_SECRETS).find(value => value !== undefined);
  const secret = prefix && secretOf(`${prefix}/pagerduty`);
  if (!secret) return;
  pager.subscribe([secret], webhook =>
    driver.at(driver.now(), () => ask({ method: 'POST', path: '/v1/pagers/pagerduty', ...webhook })),
  );
}
