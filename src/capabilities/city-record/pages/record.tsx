import { z } from 'zod';
import { dayInUtc, parseCalendarDate } from '../../../kernel/calendar-date.ts';
import { optionalText, text, wrong } from '../../../platform/forms/fields.ts';
import { type FormState, freshForm, submitForm } from '../../../platform/forms/form.ts';
import type { Visit } from '../../../platform/http/route.ts';
import { cityName } from '../../city-registry/index.ts';
import { confirmFacts } from '../actions/confirm-facts.ts';
import { words } from '../messages/index.ts';
import { whyNotSay } from '../permissions.ts';
import { completenessOf } from '../rules/completeness.ts';
import { factIn } from '../rules/fact.ts';
import { readFactName } from '../rules/fact-name.ts';
import { knownMayor } from '../rules/known-mayor.ts';
import { factsOf } from '../store/facts.ts';
import { listKnownOffices } from '../store/known-offices.ts';
import { listCounts } from '../store/series.ts';
import { atCity, baseOf, speaksAsCity } from './place.ts';
import { RecordPage } from './record-page.tsx';

const doneWords = { saved: 'saved', confirmed: 'confirmed-now', withdrawn: 'withdrawn-now' } as const;

export async function showRecord(visit: Visit): Promise<Response> {
  return await recordPage(visit, freshForm(visit.world));
}

async function recordPage(visit: Visit, form: FormState): Promise<Response> {
  const today = dayInUtc(visit.world.now());
  const day = dayAsked(visit);
  const seen = await atCity(visit, async (tx, { id }) => {
    const own = speaksAsCity(visit, id);
    return {
      facts: await factsOf(tx, id, { day }),
      counts: await listCounts(tx, id, { own, day }),
      offices: await listKnownOffices(tx, id),
    };
  });
  const { city, facts, counts, offices } = seen;
  const done = (['saved', 'confirmed', 'withdrawn'] as const).find((one) => one === visit.query('done'));
  return visit.show({
    title: `${cityName(visit.language, city)}: ${words(visit.language)('record')}`,
    body: (
      <RecordPage
        {...{ visit, city, facts, counts, today, day, form }}
        base={baseOf(visit, city.id)}
        complete={completenessOf(facts, today)}
        known={factIn(facts, 'mayor') || day ? undefined : knownMayor(offices, today)}
        asCity={speaksAsCity(visit, city.id)}
        mayChange={!day && whyNotSay(visit.actor, city.id) === undefined}
        done={done && doneWords[done]}
      />
    ),
  });
}

/** An earlier day, as `?as-at=`; a day to come or no day asks for today. */
export function dayAsked(visit: Visit) {
  const day = parseCalendarDate(visit.query('as-at') ?? '');
  return day && day < dayInUtc(visit.world.now()) ? day : undefined;
}

const confirmation = z.object({
  facts: text(20_000).transform((said, context) => {
    const facts = said.split('\n').map((line) => {
      const [name = '', version = ''] = line.split(' ');
      const read = readFactName(name);
      return read && /^\d{1,9}$/.test(version)
        ? { kind: read.kind.key, item: read.item, version: Number(version) }
        : undefined;
    });
    return facts.every((fact) => fact !== undefined) ? facts : wrong(context, 'platform:form-expired');
  }),
  basis: optionalText(500),
});

export async function sendConfirmation(visit: Visit): Promise<Response> {
  const cityId = visit.param('id');
  await atCity(visit, async () => ({}));
  return await submitForm(visit, {
    schema: confirmation,
    act: async ({ facts, basis }, once) => {
      await confirmFacts(visit.world, visit.actor, { cityId, facts, basis }, once);
      return `${baseOf(visit, cityId)}?done=confirmed`;
    },
    again: (state) => recordPage(visit, state),
  });
}
