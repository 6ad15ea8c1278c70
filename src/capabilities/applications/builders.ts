import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Actor, anonymous, type Role } from '../../kernel/actor.ts';
import { atomically, reading } from '../../platform/database/atomically.ts';
import { systemActor } from '../../platform/events/system-actor.ts';
import type { World } from '../../world.ts';
import { answersTo, aPublishedForm } from '../application-forms/builders.ts';
import { type Answers, type FormVersion, questionsOf } from '../application-forms/index.ts';
import { aCity } from '../city-registry/builders.ts';
import { anOpenWindow } from '../fund/builders.ts';
import type { OpenWindow, StageKey } from '../fund/index.ts';
import { aPerson, grantRoleTo } from '../people/builders.ts';
import { signedInApplicant } from './actions/applicant.ts';
import { addColleague } from './actions/change-people.ts';
import { openApplication, type OpenApplication } from './actions/open-application.ts';
import { saveAnswers } from './actions/save-answers.ts';
import { askSignOff } from './actions/sign-off.ts';
import { startApplication } from './actions/start-application.ts';
import { submitApplication } from './actions/submit-application.ts';
import { findSubmitted, type SubmittedApplication } from './actions/submitted.ts';
import { answersHash } from './rules/canonical.ts';

/** The same world with a folder of its own for files. */
export function withFiles<W extends World>(world: W): W & { removeFiles(): void } {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mmc-applications-'));
  return {
    ...world,
    config: { ...world.config, dataDir },
    removeFiles: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Somebody with a mandate for a city, known to the database, signed in with a passkey a moment ago. */
export async function aMandated(worker: World, cityId: string, role: Role, name: string): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${worker.newId().slice(-6)}@city.example`;
  const personId = await aPerson(worker, { name, email });
  await grantRoleTo(worker, personId, role, { cityId });
  return {
    ...anonymous,
    personId,
    name,
    roles: [{ role, cityId, organisationId: null, until: null }],
    assurance: 'passkey',
    steppedUpAt: new Date(),
  };
}

/** Somebody of the fund, known to the database. */
export async function aFundPerson(
  worker: World,
  name: string,
  role: 'staff-fund' | 'director' = 'staff-fund',
): Promise<Actor> {
  const personId = await aPerson(worker, { name });
  await grantRoleTo(worker, personId, role);
  return {
    ...anonymous,
    personId,
    name,
    roles: [{ role, cityId: null, organisationId: null, until: null }],
    assurance: 'passkey',
    steppedUpAt: new Date(),
  };
}

interface Wish {
  readonly window?: OpenWindow;
  readonly form?: FormVersion;
  readonly cityName?: string;
  readonly cityId?: string;
  readonly slug?: string;
  readonly stages?: Readonly<Partial<Record<StageKey, readonly [number, number]>>>;
  /** Over the answers that are right for the form. */
  readonly answers?: Answers;
  readonly language?: 'en' | 'fr' | 'es' | 'pt' | 'ar';
}

export interface BegunApplication {
  readonly id: string;
  readonly cityId: string;
  readonly window: OpenWindow;
  readonly form: FormVersion;
  readonly lead: Actor;
  readonly certifier: Actor;
}

/** A window with one form for each of its stages, the first of them open now. */
export async function aWindowWithForm(
  worker: World,
  wish: Pick<Wish, 'form' | 'slug' | 'stages'> = {},
): Promise<{ window: OpenWindow; form: FormVersion }> {
  const form = wish.form ?? (await aPublishedForm(worker));
  const stages = wish.stages ?? { 'concept-note': [-1, 30] };
  const forms = Object.fromEntries(Object.keys(stages).map((stage) => [stage, form.id]));
  const slug = wish.slug ?? `call-${worker.newId().slice(-12)}`;
  const window = await atomically(worker, systemActor, (tx) => anOpenWindow(tx, { slug, stages, forms }));
  return { window, form };
}

/** An application that a city began, with a lead and a certifier. @param web a world as the web has it */
export async function aBegunApplication(
  web: World,
  worker: World,
  wish: Wish = {},
): Promise<BegunApplication> {
  const { window, form } =
    wish.window && wish.form ? { window: wish.window, form: wish.form } : await aWindowWithForm(worker, wish);
  const cityId = wish.cityId ?? (await aCity(worker.db, { name: wish.cityName ?? 'Kenema' })).id;
  const lead = await aMandated(worker, cityId, 'city-focal-point', 'Lead Person');
  const certifier = await aMandated(worker, cityId, 'city-certifier', 'Certifier Person');
  const language = wish.language ?? 'en';
  const id = await startApplication(web, lead, { windowId: window.id, cityId, language });
  const personId = certifier.personId ?? '';
  await addColleague(web, lead, { applicationId: id, personId, role: 'certifier' });
  return { id, cityId, window, form, lead, certifier };
}

/** All of the form answered, as the lead would. */
export async function fillIn(
  web: World,
  { id, form, lead }: BegunApplication,
  over: Answers = {},
): Promise<void> {
  const answers = { ...answersTo(form), ...fitting(form), ...over };
  const changes = questionsOf(form).flatMap(({ key }) =>
    answers[key] ? [{ questionKey: key, seen: 0, value: answers[key] }] : [],
  );
  await saveAnswers(web, signedInApplicant(lead), id, changes);
}

/** A budget in the categories of the window that tests open. */
function fitting(form: FormVersion): Answers {
  const budget = questionsOf(form).find(({ kind }) => kind === 'budget');
  if (!budget) return {};
  return {
    [budget.key]: {
      kind: 'budget',
      currency: 'USD',
      lines: [
        { category: 'people', what: 'Two officers', amountMinor: '9500000', year: 1 },
        { category: 'overhead', what: 'Office', amountMinor: '500000', year: 2 },
      ],
      totalMinor: '10000000',
    },
  };
}

export async function openAs(web: World, actor: Actor, id: string): Promise<OpenApplication> {
  return await reading(web, actor, (tx) => openApplication(tx, signedInApplicant(actor), undefined, id));
}

/** Asked for and sent. @returns the commitment's id */
export async function send(web: World, { id, lead, certifier }: BegunApplication): Promise<string> {
  await askSignOff(web, lead, id);
  const { answers } = await openAs(web, certifier, id);
  return await submitApplication(web, certifier, { applicationId: id, seenHash: answersHash(answers) });
}

/** An application that was filled in and submitted. */
export async function anApplication(
  web: World,
  worker: World,
  wish: Wish = {},
): Promise<BegunApplication & { readonly submitted: SubmittedApplication }> {
  const begun = await aBegunApplication(web, worker, wish);
  await fillIn(web, begun, wish.answers);
  await send(web, begun);
  const submitted = await reading(worker, systemActor, (tx) => findSubmitted(tx, begun.id));
  if (!submitted) throw new Error('The application made for a test was not submitted');
  return { ...begun, submitted };
}
