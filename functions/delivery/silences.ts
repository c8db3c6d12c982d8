import { silencing } from '../../shared/notification/silence.ts';
import type { SilenceStore } from '../adapters/silence-store.ts';
import type { Gate } from './gate.ts';

/** Holds back what people asked not to be told of for a while. */
export const silences =
  (store: Pick<SilenceStore, 'current'>): Gate =>
  async ({ delivery: { notification }, policy, facts, now }) => {
    const judged = { ...facts.attributes, severity: facts.severity };
    const hold = silencing(await store.current(now), { notification, policy: policy.name, judged }, now);
    return hold === undefined ? 'passes' : { hold };
  };
