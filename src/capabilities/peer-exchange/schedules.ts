import type { Job, Schedule } from '../../platform/jobs/job.ts';
import { askWhatChanged } from './actions/follow-up.ts';
import { completeExchange } from './actions/end-exchange.ts';
import { runMatching } from './actions/rounds.ts';
import { settleExchange } from './actions/settle-exchange.ts';
import { listDue } from './store/follow-ups.ts';

/** Each due exchange in a transaction of its own: one that fails does not hold up the others' work done before it. */
const doWhatIsDue: Job = async (world) => {
  for (const { id, what } of await listDue(world.db, world.now())) {
    if (what === 'lapse') await settleExchange(world, id);
    else if (what === 'ask') await askWhatChanged(world, id);
    else await completeExchange(world, id);
  }
};

export const jobs: Readonly<Record<string, Job>> = {
  'peer-exchange-match': (world, payload) => runMatching(world, String(payload['runId'])),
  'peer-exchange-settle': (world, payload) => settleExchange(world, String(payload['exchangeId'])),
  'peer-exchange-due': doWhatIsDue,
};

export const schedules: readonly Schedule[] = [{ task: 'peer-exchange-due', pattern: '17 * * * *' }];
