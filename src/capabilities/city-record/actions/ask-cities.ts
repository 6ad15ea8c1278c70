import { addDays, dayInUtc } from '../../../kernel/calendar-date.ts';
import { because } from '../../../kernel/refusal.ts';
import { recordAct } from '../../../platform/audit/act.ts';
import { atomically } from '../../../platform/database/atomically.ts';
import { announceAsk } from '../../../platform/events/city-asked.ts';
import { systemActor } from '../../../platform/events/system-actor.ts';
import { localPath } from '../../../platform/http/language-path.ts';
import { post } from '../../../platform/mail/outbox.ts';
import type { World } from '../../../world.ts';
import { cityName, findCity } from '../../city-registry/index.ts';
import { citiesWithPeople, mandateLettersTo } from '../../mandates/index.ts';
import { words } from '../messages/index.ts';
import { isDue } from '../rules/freshness.ts';
import { insertAsking } from '../store/askings.ts';
import { factsOf } from '../store/facts.ts';
import { citiesToAsk } from '../store/overview.ts';
import { askedRecord } from './asked-record.ts';
import { factLabel } from './fact-label.ts';

const citiesAtOnce = 500;
const listedAtMost = 12;
const daysToAnswer = 30;

/** Asks each city whose record grew old, once a month at most. A city for which nobody acts today is not asked, and not marked as asked. */
export async function askCities(world: World): Promise<void> {
  const today = dayInUtc(world.now());
  const withPeople = await citiesWithPeople(world.db, today);
  for (const cityId of await citiesToAsk(world.db, withPeople, today, citiesAtOnce))
    await askCity(world, cityId);
}

/** One mail to each of today's mandate holders, in their language; the asking is announced in the same transaction. */
export async function askCity(world: World, cityId: string): Promise<void> {
  const now = world.now();
  const today = dayInUtc(now);
  await atomically(world, systemActor, async (tx) => {
    const city = await findCity(tx, cityId);
    const old = (await factsOf(tx, cityId)).filter((fact) => isDue(fact, today));
    const letters = await mandateLettersTo(tx, cityId, today);
    if (!city || old.length === 0 || letters.length === 0) return;
    if (!(await insertAsking(tx, { cityId, day: today, facts: old.length, at: now }))) return;
    const path = `/portal/cities/${cityId}/record`;
    for (const { personId, name, address, language } of letters) {
      const t = words(language);
      const called = cityName(language, city);
      const facts = old
        .slice(0, listedAtMost)
        .map(({ kind, item, value }) => `- ${factLabel(language, kind, item, value)}`);
      if (old.length > listedAtMost) facts.push(`- ${t('and-more', { n: old.length - listedAtMost })}`);
      await post(tx, world, {
        to: address,
        personId,
        language,
        subject: t('mail-subject', { city: called }),
        body: t('mail-body', {
          name,
          city: called,
          n: old.length,
          facts: facts.join('\n'),
          address: new URL(localPath(language, path), world.config.publicUrl).href,
        }),
      });
    }
    await announceAsk(tx, world, {
      cityId,
      by: 'city-record',
      kind: 'fact',
      what: because('city-record:ask-what', { n: old.length }),
      path,
      dueOn: addDays(today, daysToAnswer),
      record: askedRecord(cityId, now),
    });
    await recordAct(tx, world, systemActor, {
      kind: 'city-record.asked',
      subject: { kind: 'city-record', id: cityId },
      cityId,
      details: { city: city.name, n: old.length },
    });
  });
}
