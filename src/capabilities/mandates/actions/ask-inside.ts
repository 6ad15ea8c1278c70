import type { Actor } from '../../../kernel/actor.ts';
import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { because, notFound, Refusal, refuseIf } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically, type Submission, type Tx } from '../../../platform/database/atomically.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { hashToken } from '../../../platform/sessions/token.ts';
import type { World } from '../../../world.ts';
import { getContact } from '../../people/index.ts';
import { whyNotPropose, whyNotVouch } from '../permissions.ts';
import type { Asked } from '../rules/request.ts';
import { findMandate, type Mandate } from '../store/grants.ts';
import { insertPapers, insertVouch, type Paper } from '../store/papers.ts';
import { findRequest, insertRequest } from '../store/requests.ts';
import { type AskedWithPapers, checkAsked } from './ask-for-mandate.ts';
import { cityAndRole, linkPath, postLetter, tokenOf } from './letters.ts';
import { mayMail } from './strangers.ts';

type Own = Omit<Asked, 'name' | 'email' | 'language'> & { readonly papers: readonly Paper[] };

/** Somebody signed in asks, for this city or another: who they are is known, the mandate is verified like any other. */
export async function askAsPerson(
  world: World,
  actor: Actor,
  asked: Own,
  once?: Submission,
): Promise<string> {
  return await atomically(world, actor, async (tx) => await askKnown(tx, world, actor, asked), { once });
}

/** The same mandate for longer. What is known is taken over; it begins the day after the old one ends. */
export async function renewMandate(
  world: World,
  actor: Actor,
  renewal: Pick<Own, 'to' | 'documentKind' | 'why' | 'papers'> & { readonly grantId: string },
  once?: Submission,
): Promise<string> {
  return await atomically(
    world,
    actor,
    async (tx) => {
      const today = dayInUtc(world.now());
      const held = await findMandate(tx, renewal.grantId, today);
      if (!held || held.personId !== actor.personId) throw notFound();
      if (held.endedOn) throw new Refusal(because('mandates:mandate-over'));
      const { cityId, role, grantId } = held;
      const { to, documentKind, why, papers } = renewal;
      const asked = { cityId, role, from: nextDay(held, today), to, documentKind, why, papers };
      return await askKnown(tx, world, actor, asked, grantId);
    },
    { once },
  ).catch((error: unknown) => {
    if ((error as { code?: string }).code === '23505')
      throw new Refusal(because('mandates:renewal-asked-already'));
    throw error;
  });
}

/** From when a renewal holds: the day after, or today when the old one is over. */
export function nextDay({ to }: Pick<Mandate, 'to'>, today: ReturnType<typeof dayInUtc>) {
  return to && to >= today ? addDays(to, 1) : today;
}

async function askKnown(
  tx: Tx,
  world: World,
  actor: Actor,
  asked: Own,
  renews: string | null = null,
): Promise<string> {
  const personId = actor.personId;
  if (!personId) throw notFound();
  const { name, language, addresses } = await getContact(tx, personId);
  const [email] = addresses;
  if (!email) throw new Refusal(because('people:address-missing'));
  const whole = { ...asked, name, email, language };
  await checkAsked(tx, world, whole);
  const id = world.newId();
  await insertRequest(tx, {
    ...whole,
    id,
    tokenHash: hashToken(tokenOf(world, id)),
    kind: renews ? 'renewal' : 'own',
    stage: 'waiting',
    personId,
    renews,
  });
  await insertPapers(tx, id, asked.papers);
  await recordAct(tx, world, actor, {
    kind: renews ? 'mandates.renewal-asked' : 'mandates.asked',
    subject: { kind: 'mandate-request', id },
    cityId: asked.cityId,
    details: { name },
  });
  await enqueue(tx, 'mandates-tell-city', { requestId: id });
  return id;
}

/** A colleague brings in another: the other shows that the address is theirs, staff verify, as with anybody. */
export async function proposeColleague(
  world: World,
  actor: Actor,
  proposed: AskedWithPapers & { readonly vouch: string },
  once?: Submission,
): Promise<void> {
  const isMailed = await mayMail(world, proposed.email);
  await atomically(
    world,
    actor,
    async (tx) => {
      refuseIf(whyNotPropose(actor, proposed.cityId), 403);
      await checkAsked(tx, world, proposed);
      if (!isMailed) return null;
      const id = world.newId();
      await insertRequest(tx, {
        ...proposed,
        id,
        tokenHash: hashToken(tokenOf(world, id)),
        kind: 'proposal',
        stage: 'unproven',
        proposedBy: actor.personId,
      });
      await insertPapers(tx, id, proposed.papers);
      await insertVouch(tx, { requestId: id, personId: actor.personId ?? '', words: proposed.vouch });
      await recordAct(tx, world, actor, {
        kind: 'mandates.proposed',
        subject: { kind: 'mandate-request', id },
        cityId: proposed.cityId,
        details: { name: proposed.name },
      });
      const said = await cityAndRole(tx, proposed);
      await postLetter(tx, world, proposed, {
        subject: 'mail.prove-subject',
        paragraphs: ['mail.proposed', 'mail.prove-not-you'],
        values: (language) => ({ ...said(language), colleague: actor.name }),
        path: linkPath(world, id),
      });
      return null;
    },
    { once },
  );
}

/** A colleague says that a request is right. Recorded for whoever verifies; it verifies nothing by itself. */
export async function vouchFor(
  world: World,
  actor: Actor,
  vouch: { readonly requestId: string; readonly words: string },
  once?: Submission,
): Promise<void> {
  await atomically(
    world,
    actor,
    async (tx) => {
      const request = await findRequest(tx, vouch.requestId);
      if (!request) throw notFound();
      refuseIf(whyNotVouch(actor, request));
      const isNew = await insertVouch(tx, { ...vouch, personId: actor.personId ?? '' });
      if (isNew)
        await recordAct(tx, world, actor, {
          kind: 'mandates.vouched',
          subject: { kind: 'mandate-request', id: request.id },
          cityId: request.cityId,
          details: { name: request.name },
        });
      return null;
    },
    { once },
  );
}
