import { DEV, defaultOf, domainOf, NEEDED, SETTINGS, type SettingName, type Settings } from './settings.ts';

/** Sound settings, or every fault in one sentence each: what was found, and what was expected. */
export type ReadSettings = { readonly settings: Settings } | { readonly faults: readonly string[] };

/** Reads what somebody wrote, setting by setting; what nothing was said of gets its default. */
export function readSettings(written: Readonly<Record<string, unknown>>): ReadSettings {
  const names = Object.keys(SETTINGS) as SettingName[];
  const faults = Object.keys(written)
    .filter(name => !(name in SETTINGS))
    .map(name => `${name}: found a setting nobody knows, expected one of ${names.join(', ')}`);
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    const { expected, read } = SETTINGS[name];
    const found = written[name];
    const meant = found === undefined ? defaultOf(name, settings) : read(found);
    if (meant !== undefined) settings[name] = meant;
    else if (found !== undefined) faults.push(`${name}: found ${JSON.stringify(found)}, expected ${expected}`);
    else if (NEEDED.includes(name))
      faults.push(`${name}: found nothing, expected ${expected}; only the stage ${DEV} can do without`);
  }
  faults.push(...contradictions(settings, written));
  return faults.length > 0 ? { faults } : { settings: settings as unknown as Settings };
}

/** What is wrong with settings that are sound one by one. */
function contradictions(
  { account, region, mailFrom, mailIdentity, protect, urgentTopic }: Partial<Settings>,
  written: Readonly<Record<string, unknown>>,
): readonly string[] {
  const faults: string[] = [];
  if ((account === undefined) !== (region === undefined))
    faults.push(
      `${account === undefined ? 'account' : 'region'}: found nothing, expected account and region both or neither`,
    );
  if (mailFrom !== undefined && mailIdentity !== undefined && !covers(mailIdentity, mailFrom))
    faults.push(
      `mailIdentity: found ${JSON.stringify(mailIdentity)}, expected the address of mailFrom, its domain, or one above it`,
    );
  if (protect && written.urgentPhone === undefined && written.urgentTopic === undefined)
    for (const [name, other] of [
      ['urgentPhone', 'urgentTopic'],
      ['urgentTopic', 'urgentPhone'],
    ])
      faults.push(`${name}: found nothing, expected it or ${other}: who is woken for a stage that is protected?`);
  if (region !== undefined && urgentTopic !== undefined && regionOf(urgentTopic) !== region)
    faults.push(
      `urgentTopic: found ${JSON.stringify(urgentTopic)}, expected one in ${region}: alarms tell no topic elsewhere`,
    );
  return faults;
}

const regionOf = (arn: string): string | undefined => arn.split(':')[3];

/** An identity may send from its own address, or from every address at its domain and below (SES, "Verified identities"). */
function covers(identity: string, address: string): boolean {
  if (identity.includes('@')) return address === identity || address.endsWith(`<${identity}>`);
  const domain = domainOf(address);
  return domain === identity || domain.endsWith(`.${identity}`);
}
