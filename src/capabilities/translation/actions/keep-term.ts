import type { Actor } from '../../../kernel/actor.ts';
import type { LocalText } from '../../../kernel/local-text.ts';
import { because, notFound, Refusal, refuseIf, Stale } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import type { World } from '../../../world.ts';
import { whyNotTranslate } from '../permissions.ts';
import { findTermBy, insertTerm, lockTerm, retireTerm, updateTerm } from '../store/terms.ts';

interface TermSaid {
  readonly words: LocalText;
  readonly note: string;
}

/** @returns the new term's id @throws Refusal when the glossary has it */
export async function addTerm(tx: Tx, world: World, actor: Actor, term: TermSaid): Promise<string> {
  refuseIf(whyNotTranslate(actor), 403);
  await refuseTwin(tx, term.words.en);
  const id = world.newId();
  await insertTerm(tx, { id, ...term, byPerson: actor.personId });
  await act(tx, world, actor, 'translation.term-added', id, term.words.en);
  return id;
}

export async function changeTerm(
  world: World,
  actor: Actor,
  term: TermSaid & { readonly id: string; readonly version: number },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotTranslate(actor), 403);
      const now = await lockTerm(tx, term.id);
      if (!now) throw notFound();
      if (now.version !== term.version) throw new Stale({ ...now.words, note: now.note }, now.version);
      await refuseTwin(tx, term.words.en, term.id);
      await updateTerm(tx, { ...term, byPerson: actor.personId });
      await act(tx, world, actor, 'translation.term-changed', term.id, term.words.en);
    },
    { once },
  );
}

/** A term no longer used; it stays in the record. */
export async function retire(tx: Tx, world: World, actor: Actor, id: string): Promise<void> {
  refuseIf(whyNotTranslate(actor), 403);
  const term = await lockTerm(tx, id);
  if (!term) throw notFound();
  await retireTerm(tx, id, actor.personId);
  await act(tx, world, actor, 'translation.term-retired', id, term.words.en);
}

async function refuseTwin(tx: Tx, english: string, besides?: string): Promise<void> {
  const twin = await findTermBy(tx, english);
  if (twin && twin !== besides) throw new Refusal(because('translation:term-known'), 409);
}

async function act(
  tx: Tx,
  world: World,
  actor: Actor,
  kind: `translation.${string}`,
  id: string,
  term: string,
): Promise<void> {
  await recordAct(tx, world, actor, { kind, subject: { kind: 'term', id }, details: { term } });
}
