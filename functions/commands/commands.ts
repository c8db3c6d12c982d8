import { acknowledge } from './acknowledge/acknowledge.ts';
import { calendarAdd } from './calendar/add.ts';
import { calendarElapsed } from './calendar/elapsed.ts';
import { calendarOpen } from './calendar/open.ts';
import { calendarShow } from './calendar/show.ts';
import type { Command } from './command.ts';
import { deliveries } from './delivery/deliveries.ts';
import { redeliver } from './delivery/redeliver.ts';
import { entitlementGet } from './entitlement/get.ts';
import { entitlementImport } from './entitlement/import.ts';
import { entitlementSet } from './entitlement/set.ts';
import { explain } from './explain/explain.ts';
import { forget } from './forget/forget.ts';
import { init } from './init/init.ts';
import { notify } from './notify/notify.ts';
import { pageTest } from './page/test.ts';
import { policyApply } from './policy/apply.ts';
import { policyDiff } from './policy/diff.ts';
import { policyList } from './policy/list.ts';
import { policyRollback } from './policy/rollback.ts';
import { policyShow } from './policy/show.ts';
import { policyTest } from './policy/test.ts';
import { policyValidate } from './policy/validate.ts';
import { silenceAdd } from './silence/add.ts';
import { silenceEnd } from './silence/end.ts';
import { silenceList } from './silence/list.ts';
import { suppressionList } from './suppression/list.ts';
import { suppressionRemove } from './suppression/remove.ts';

/** Every command, in the order it is listed to people. */
export const COMMANDS: readonly Command[] = [
  explain,
  notify,
  acknowledge,
  deliveries,
  redeliver,
  pageTest,
  policyValidate,
  policyTest,
  policyDiff,
  policyApply,
  policyList,
  policyShow,
  policyRollback,
  entitlementImport,
  entitlementGet,
  entitlementSet,
  silenceAdd,
  silenceList,
  silenceEnd,
  suppressionList,
  suppressionRemove,
  forget,
  calendarAdd,
  calendarElapsed,
  calendarOpen,
  calendarShow,
  init,
];
