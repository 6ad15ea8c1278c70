import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import { get, type Route, type Visit } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import type { Fact } from '../../rules/fact.ts';
import { factIn } from '../../rules/fact.ts';
import { findToldPublicly } from '../../store/public-facts.ts';
import { serveDocument } from '../downloads.ts';
import { factAsJson, factColumns } from '../fact-file.ts';
import { factOfPath } from '../place.ts';
import { ProfileView } from '../profile.tsx';

/** Public facts of a city: as a page for print, as files, and its public documents. */
export const routes: readonly Route[] = [
  get('/cities/:id/record.csv', anyone, async (visit) => {
    const { city, facts } = await publicRecord(visit);
    return csvResponse(`city-record-${city.geonamesId}`, factColumns(city.geonamesId), facts);
  }),
  get('/cities/:id/record.json', anyone, async (visit) => {
    const { city, facts } = await publicRecord(visit);
    return jsonResponse(publicRecordAsJson(city, facts), `city-record-${city.geonamesId}`);
  }),
  get('/cities/:id/record/profile', anyone, showPublicProfile),
  get('/cities/:id/record/files/:fact', anyone, async (visit) => {
    const { kind, item } = factOfPath(visit);
    const { facts } = await publicRecord(visit);
    const value = factIn(facts, kind.key, item)?.value;
    return await serveDocument(visit.world, value && 'file' in value ? value.file : null);
  }),
];

export async function publicRecord(visit: Visit) {
  const id = visit.param('id');
  const told = isUuid(id) ? await findToldPublicly(visit.world.publicDb, id) : undefined;
  if (!told) throw notFound();
  return told;
}

export function publicRecordAsJson(
  city: { readonly id: string; readonly geonamesId: number; readonly name: string; readonly country: string },
  facts: readonly Fact[],
) {
  const { id, geonamesId, name, country } = city;
  return { city: { id, geonamesId, name, country }, facts: facts.map(factAsJson) };
}

async function showPublicProfile(visit: Visit): Promise<Response> {
  const { city, facts, counts } = await publicRecord(visit);
  const { language } = visit;
  const t = words(language);
  return visit.show({
    title: `${cityName(language, city)}: ${t('profile')}`,
    description: t('city-says-lead'),
    body: (
      <>
        <ProfileView {...{ visit, city, facts, counts }} today={dayInUtc(visit.world.now())} />
        <p class="next-step">
          <a href={visit.href(`/cities/${city.id}`)}>{t('public-page')}</a>
        </p>
      </>
    ),
    cacheSeconds: 60,
  });
}
