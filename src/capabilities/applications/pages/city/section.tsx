import { z } from 'zod';
import { because, notFound } from '../../../../kernel/refusal.ts';
import { freshForm, readForm } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import {
  type Answers,
  checkAnswers,
  findQuestion,
  parsePosted,
  type Posted,
  type Section,
  visibleSection,
} from '../../../application-forms/index.ts';
import { attachWhole } from '../../actions/attach.ts';
import type { OpenApplication } from '../../actions/open-application.ts';
import { type Change, type Conflict, saveAnswers } from '../../actions/save-answers.ts';
import { words } from '../../messages/index.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import { refusalOf } from '../refusal-of.ts';
import { cityChoices, findTheCity } from './city-choices.ts';
import { conflictsAsJson } from './conflicts.ts';
import { type Door, doorOf, openDoor } from './door.ts';
import { SectionPage } from './section-page.tsx';

const posted = z.record(z.string(), z.string().optional());

/** One section to fill in, as it stands. */
export async function showSection(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const open = await openDoor(visit, door);
  return await draw(visit, door, open, open.answers, {});
}

interface Said {
  readonly conflicts?: readonly Conflict[];
  readonly trouble?: readonly { field: string; reason: ReturnType<typeof because> }[];
}

async function draw(
  visit: Visit,
  door: Door,
  open: OpenApplication,
  answers: Answers,
  said: Said,
): Promise<Response> {
  const section = sectionIn(visit, open, answers);
  const t = words(visit.language);
  const title = section.title[visit.language];
  const wrong = checkAnswers(open.form, answers, {
    language: open.application.language,
    window: open.window,
  });
  // What is merely missing is said on the page before sending; what was typed wrong is said at once.
  const shown = wrong.filter(
    (problem) =>
      problem.section === section.key && (visit.query('all') !== undefined || !isMissing(problem.reason.key)),
  );
  const body = (
    <SectionPage
      visit={visit}
      door={door}
      open={open}
      section={section}
      answers={answers}
      problems={[...(said.trouble ?? []), ...shown]}
      conflicts={said.conflicts ?? []}
      cities={await cityChoices(visit, section, answers)}
      idempotencyKey={freshForm(visit.world).idempotencyKey}
    />
  );
  return visit.show({
    title: `${title}: ${t('application')}`,
    body,
    script: 'application',
    hasProblems: shown.length > 0,
  });
}

function isMissing(key: string): boolean {
  return key === 'application-forms:problem.needed';
}

function sectionIn(visit: Visit, open: OpenApplication, answers: Answers): Section {
  const section = visibleSection(open.form, answers, visit.param('section'));
  if (!section) throw notFound();
  return section;
}

/** Saves the section: every answer by itself, files included; what two people wrote is shown side by side. */
export async function saveSection(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const before = await openDoor(visit, door);
  const { input, files } = await readForm(visit, posted);
  const section = before.form.sections.find(({ key }) => key === visit.param('section'));
  if (!section || !input) throw notFound();
  const answers = parsePosted(section, input, before.answers);
  const saved = await saveAnswers(
    visit.world,
    door.applicant,
    door.applicationId,
    changesIn(section, input, answers, before),
  );
  const trouble = await attachAll(visit, door, files);
  if (saved.conflicts.length > 0 || trouble.length > 0) {
    visit.refusedWith = saved.conflicts.length > 0 ? 409 : 422;
    const now = await openDoor(visit, door);
    const yours = Object.fromEntries(
      saved.conflicts.flatMap(({ questionKey, yours: text }) => (text ? [[questionKey, text]] : [])),
    );
    return await draw(
      visit,
      door,
      now,
      { ...now.answers, ...yours },
      { conflicts: saved.conflicts, trouble },
    );
  }
  return visit.redirect(await nextPlace(visit, door, section, input));
}

/** Only what was drawn and differs from what the page was drawn with. */
export function changesIn(
  section: Section,
  said: Posted,
  answers: Answers,
  before: OpenApplication,
): Change[] {
  return section.questions.flatMap(({ key }) => {
    const seen = said[`seen:${key}`];
    if (seen === undefined) return [];
    const value = answers[key] ?? null;
    const stands = before.current.get(key);
    const same = canonicalJson(value) === canonicalJson(stands?.value ?? null);
    return same ? [] : [{ questionKey: key, seen: Number(seen) || 0, value }];
  });
}

async function attachAll(visit: Visit, door: Door, files: readonly (readonly [string, File])[]) {
  const trouble: { field: string; reason: ReturnType<typeof because> }[] = [];
  for (const [field, file] of files) {
    const questionKey = field.replace(/\.upload$/, '');
    try {
      await attachWhole(
        visit.world,
        door.applicant,
        { applicationId: door.applicationId, questionKey },
        file,
      );
    } catch (error) {
      trouble.push({ field: questionKey, reason: refusalOf(error).reason });
    }
  }
  return trouble;
}

/** The buttons say where to: more rows, a city's search, this page again, or on. */
async function nextPlace(visit: Visit, door: Door, section: Section, said: Posted): Promise<string> {
  const here = `${door.base}/sections/${section.key}`;
  if (said['more'])
    return `${here}?more=${encodeURIComponent(said['more'])}#f-${encodeURIComponent(said['more'])}`;
  if (visit.url.pathname.endsWith('/city-search')) return `${here}?${findTheCity(section, said)}`;
  const now = await openDoor(visit, door);
  const wrong = now.problems.some((one) => one.section === section.key && !isMissing(one.reason.key));
  // An answer may have brought questions with it: they are shown before going on.
  const shown = visibleSection(now.form, now.answers, section.key)?.questions ?? [];
  const isNew = shown.some(({ key }) => said[`seen:${key}`] === undefined);
  if (said['go'] !== 'on' || wrong || isNew) return `${here}?saved=1`;
  const sections = now.form.sections.filter(
    (one) => visibleSection(now.form, now.answers, one.key)?.questions.length,
  );
  const next = sections[sections.findIndex(({ key }) => key === section.key) + 1];
  return next ? `${door.base}/sections/${next.key}` : `${door.base}?saved=1`;
}

/** For the script: one field at a time, answered in JSON. */
export async function saveField(visit: Visit): Promise<Response> {
  const door = await doorOf(visit);
  const before = await openDoor(visit, door);
  const { input } = await readForm(visit, posted);
  const section = before.form.sections.find(({ key }) => key === visit.param('section'));
  if (!section || !input) throw notFound();
  const answers = parsePosted(section, input, before.answers);
  const saved = await saveAnswers(
    visit.world,
    door.applicant,
    door.applicationId,
    changesIn(section, input, answers, before),
  );
  return Response.json({
    at: saved.at.toISOString(),
    versions: { ...versionsOf(section, before), ...saved.versions },
    conflicts: conflictsAsJson(visit.language, saved.conflicts, (key) => findQuestion(before.form, key)),
  });
}

function versionsOf(section: Section, { current }: OpenApplication): Record<string, number> {
  return Object.fromEntries(section.questions.map(({ key }) => [key, current.get(key)?.version ?? 0]));
}
