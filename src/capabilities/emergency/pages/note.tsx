import { z } from 'zod';
import { dayInUtc } from '../../../kernel/calendar-date.ts';
import { languages } from '../../../kernel/language.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { choice, date, id, optionalId, optionalText, text } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { citiesOf } from '../../../kernel/actor.ts';
import { writeNote } from '../actions/write-note.ts';
import { words } from '../messages/index.ts';
import { audiences, type NoteNumber, numberRows } from '../rules/note.ts';
import type { NamedCity, ResponseRecord } from '../store/record.ts';
import { frameOf, idIn, recordFor } from './frame.ts';
import { NoteForm } from './note-form.tsx';

const rows = Array.from({ length: numberRows }, (_, index) => index + 1);
const numberFields = Object.fromEntries(
  rows.flatMap((n) => [
    [`what${n}`, optionalText(120)],
    [`value${n}`, optionalText(20)],
    [`source${n}`, optionalText(200)],
  ]),
);

const schema = z
  .object({
    city: id(),
    on: date(),
    language: choice(languages),
    body: text(4000),
    needs: optionalText(2000),
    audience: choice(audiences),
    corrects: optionalId(),
    ...numberFields,
  })
  .transform((said, context) => ({ ...said, numbers: numbersOf(said, context) }));

/** A row is a number, what it counts and who counted; half a row is a problem. */
function numbersOf(said: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx): NoteNumber[] {
  const miss = (field: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [field] });
  return rows.flatMap((n) => {
    const [what, typed, source] = [said[`what${n}`], said[`value${n}`], said[`source${n}`]];
    if (what === null && typed === null && source === null) return [];
    const plain =
      typeof typed === 'string' ? typed.replaceAll(/[\s,.’'\u00a0\u202f](?=\d{3}(?:\D|$))/g, '') : '';
    if (!/^\d{1,12}$/.test(plain)) {
      miss(`value${n}`, 'platform:not-a-number');
      return [];
    }
    if (typeof what !== 'string') miss(`what${n}`, 'platform:needed');
    if (typeof source !== 'string') miss(`source${n}`, 'emergency:number-needs-source');
    return typeof what === 'string' && typeof source === 'string'
      ? [{ what, value: Number(plain), source }]
      : [];
  });
}

export const showNewNoteAsStaff = (visit: Visit) => newNote(visit, staffDesk(visit));
export const sendNoteAsStaff = (visit: Visit) => sendNote(visit, staffDesk(visit));
export const showNewNoteAsCity = (visit: Visit) => newNote(visit, cityDesk(visit));
export const sendNoteAsCity = (visit: Visit) => sendNote(visit, cityDesk(visit));

interface NoteDesk {
  readonly by: { readonly id: string } | { readonly slug: string };
  readonly at: string;
  readonly back: string;
  cities(record: ResponseRecord): readonly NamedCity[];
}

function staffDesk(visit: Visit): NoteDesk {
  const id = idIn(visit, 'id');
  const at = `/workspace/emergencies/${id}/notes`;
  return { by: { id }, at, back: at, cities: ({ cities }) => cities };
}

function cityDesk(visit: Visit): NoteDesk {
  const slug = visit.param('slug');
  const own = citiesOf(visit.actor);
  return {
    by: { slug },
    at: `/portal/emergencies/${slug}/notes`,
    back: `/portal/emergencies/${slug}`,
    cities: ({ cities }) => cities.filter((city) => own.includes(city.id)),
  };
}

async function newNote(visit: Visit, desk: NoteDesk): Promise<Response> {
  const record = await recordFor(visit, desk.by);
  const corrected = record.notes.find((one) => one.id === visit.query('corrects'));
  const asked = visit.query('city');
  const answers = corrected
    ? {
        city: corrected.cityId,
        corrects: corrected.id,
        on: corrected.on,
        language: corrected.language,
        body: corrected.body,
        needs: corrected.needs ?? '',
        audience: corrected.audience,
        ...Object.fromEntries(
          corrected.numbers.flatMap(({ what, value, source }, index) => [
            [`what${index + 1}`, what],
            [`value${index + 1}`, String(value)],
            [`source${index + 1}`, source],
          ]),
        ),
      }
    : { ...(asked ? { city: asked } : {}), on: dayInUtc(visit.world.now()), language: visit.language };
  return await notePage(visit, desk, freshForm(visit.world, answers), record);
}

async function sendNote(visit: Visit, desk: NoteDesk): Promise<Response> {
  const record = await recordFor(visit, desk.by);
  return await submitForm(visit, {
    schema,
    act: async ({ city, ...said }, once) => {
      await writeNote(visit.world, visit.actor, { ...said, cityId: city, responseId: record.id }, once);
      return desk.back;
    },
    again: (state) => notePage(visit, desk, state, record),
  });
}

async function notePage(
  visit: Visit,
  desk: NoteDesk,
  form: FormState,
  record: ResponseRecord,
): Promise<Response> {
  const cities = desk.cities(record);
  if (cities.length === 0 && desk.at.startsWith('/portal/')) throw notFound();
  const isCorrection = Boolean(form.answers['corrects']);
  return visit.show({
    title: words(visit.language)(isCorrection ? 'correct-note' : 'new-note'),
    body: (
      <NoteForm
        {...frameOf(visit, record)}
        {...{ form, cities, rows, isCorrection }}
        at={desk.at}
        back={desk.back}
      />
    ),
  });
}
