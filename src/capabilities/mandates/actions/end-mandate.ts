import type { Actor } from '../../../kernel/actor.ts';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { World } from '../../../world.ts';
import { endRoleWithin } from '../../people/index.ts';
import { whyNotEnd, whyNotLayDown, whyNotReport } from '../permissions.ts';
import {
  findMandate,
  insertLeftReport,
  listOpenReports,
  type Mandate,
  settleReports,
} from '../store/grants.ts';

interface Ending {
  readonly grantId: string;
  readonly why: string;
}

/** A person gives up their own mandate: at once, and told to nobody but staff and the city's people. */
export async function layDownMandate(
  world: World,
  actor: Actor,
  ending: Ending,
  once?: Submission,
): Promise<void> {
  await withMandate(world, actor, ending.grantId, once, async (tx, held) => {
    refuseIf(whyNotLayDown(actor, held));
    await endRoleWithin(tx, world, actor, ending);
    await recordOf(tx, world, actor, held, 'mandates.laid-down', ending.why);
    await enqueue(tx, 'mandates-note-ends', {});
  });
}

/** Staff end a mandate: after a report, or because they know. */
export async function endMandate(
  world: World,
  actor: Actor,
  ending: Ending,
  once?: Submission,
): Promise<void> {
  await withMandate(world, actor, ending.grantId, once, async (tx, held) => {
    refuseIf(whyNotEnd(actor, held, world.now()));
    await endRoleWithin(tx, world, actor, ending);
    await settleReports(tx, held.grantId, { by: actor.personId ?? '', outcome: 'ended', why: ending.why });
    await recordOf(tx, world, actor, held, 'mandates.ended', ending.why);
    await enqueue(tx, 'mandates-note-ends', {});
  });
}

/** Staff looked at a report, and the person is still there. */
export async function keepMandate(
  world: World,
  actor: Actor,
  keeping: Ending,
  once?: Submission,
): Promise<void> {
  await withMandate(world, actor, keeping.grantId, once, async (tx, held) => {
    refuseIf(whyNotEnd(actor, held, world.now()));
    if ((await listOpenReports(tx, { grantId: held.grantId })).length === 0)
      throw new Refusal(because('mandates:nothing-reported'));
    await settleReports(tx, held.grantId, { by: actor.personId ?? '', outcome: 'kept', why: keeping.why });
    await recordOf(tx, world, actor, held, 'mandates.kept', keeping.why);
  });
}

/** A colleague, or staff, say that somebody has left. It ends nothing by itself. */
export async function reportLeft(
  world: World,
  actor: Actor,
  report: Ending,
  once?: Submission,
): Promise<void> {
  await withMandate(world, actor, report.grantId, once, async (tx, held) => {
    refuseIf(whyNotReport(actor, held));
    const { cityId, grantId } = held;
    const reportedBy = actor.personId ?? '';
    const isNew = await insertLeftReport(tx, {
      id: world.newId(),
      grantId,
      cityId,
      reportedBy,
      why: report.why,
    });
    if (!isNew) throw new Refusal(because('mandates:reported-already'));
    await recordOf(tx, world, actor, held, 'mandates.reported-left', report.why);
  });
}

async function withMandate(
  world: World,
  actor: Actor,
  grantId: string,
  once: Submission | undefined,
  work: (tx: Tx, held: Mandate) => Promise<void>,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const held = await findMandate(tx, grantId, dayInUtc(world.now()));
      if (!held) throw notFound();
      await work(tx, held);
      return null;
    },
    { once },
  );
}

async function recordOf(
  tx: Tx,
  world: World,
  actor: Actor,
  held: Mandate,
  kind: `mandates.${string}`,
  why: string,
): Promise<void> {
  await recordAct(tx, world, actor, {
    kind,
    subject: { kind: 'mandate', id: held.grantId },
    cityId: held.cityId,
    details: { name: held.name, why },
  });
}
