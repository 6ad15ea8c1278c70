import type { Actor } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotKeepWindows } from '../permissions.ts';
import { shiftedToCome } from '../rules/window-change.ts';
import { donorsOf } from '../store/donors.ts';
import { findKeptWindow } from '../store/kept-windows.ts';
import { findPastWindow } from '../store/past-windows.ts';
import {
  insertDonor,
  insertWindow,
  putLabel,
  putStage,
  reviseIdentity,
  reviseTerms,
} from '../store/preparing.ts';

interface Begun {
  /** In English; the other languages follow with the wording. */
  readonly name: string;
  /** A window to begin from: its terms when it has them, else what the public record knows of it. */
  readonly copyOf: string | null;
}

/** A new window, seen by the secretariat alone until two people open it. @returns its id */
export async function beginWindow(
  world: World,
  actor: Actor,
  { name, copyOf }: Begun,
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotKeepWindows(actor), 403);
      const past = copyOf === null ? undefined : await findPastWindow(tx, copyOf);
      if (copyOf !== null && !past)
        throw Object.assign(new Refusal(because('platform:unknown-reference')), { field: 'copyOf' });
      const id = world.newId();
      const made = await insertWindow(tx, {
        id,
        slug: slugOf(name),
        name: onlyEnglish(name),
        theme: past?.theme ?? onlyEnglish(''),
        copiedFrom: copyOf,
        madeBy: actor.personId,
      });
      if (!made) throw Object.assign(new Refusal(because('fund:name-is-taken')), { field: 'name' });
      if (past) {
        const { name: _past, ...terms } = past;
        await reviseIdentity(tx, id, terms);
        await copyTerms(tx, world, past.id, id);
      }
      await recordAct(tx, world, actor, {
        kind: past ? 'fund.window-copied' : 'fund.window-begun',
        subject: { kind: 'window', id },
        details: { window: name, from: past?.name.en ?? null },
      });
      return id;
    },
    { once },
  );
}

async function copyTerms(tx: Tx, world: World, from: string, to: string): Promise<void> {
  const kept = await findKeptWindow(tx, from);
  if (!kept) return;
  const { wording, stages, labels, ...terms } = kept;
  const { gives, asks, judging } = wording;
  await reviseTerms(tx, to, { ...terms, wording: { gives, asks, judging } });
  for (const stage of shiftedToCome(stages, world.now())) await putStage(tx, to, stage);
  for (const donor of await donorsOf(tx, from)) await insertDonor(tx, to, { ...donor, id: world.newId() });
  for (const label of labels) await putLabel(tx, to, label);
}

function onlyEnglish(text: string): LocalText {
  return { en: text, fr: '', es: '', pt: '', ar: '' };
}

/** `Work & Dignity 2027` becomes `work-dignity-2027`. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain || 'window';
}
