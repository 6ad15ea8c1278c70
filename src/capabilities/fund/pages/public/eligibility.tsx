import { isUuid } from '../../../../kernel/id.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { findCity, searchCities } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { judgeEligibility } from '../../rules/eligibility.ts';
import { findCall } from '../../store/call-page.ts';
import { cityFacts } from '../../store/city-facts.ts';
import { cityOption } from '../city-option.ts';
import { EligibilityPage } from './eligibility-page.tsx';

/** Any city, without an account: what the window's rules say of it, and why. */
export async function showEligibility(visit: Visit): Promise<Response> {
  return await page(visit, undefined);
}

/** The picker's Search button: the same page with the cities found. */
export async function searchEligibleCity(visit: Visit): Promise<Response> {
  return await page(visit, visit.query('citySearch') ?? '');
}

async function page(visit: Visit, search: string | undefined): Promise<Response> {
  const { language, world } = visit;
  const { publicDb } = world;
  const call = await findCall(publicDb, visit.param('slug'));
  if (!call) throw notFound();
  const asked = visit.query('city');
  const city = asked && isUuid(asked) && search === undefined ? await findCity(publicDb, asked) : undefined;
  const [facts] = city ? await cityFacts(publicDb, call.window.id, [city.id]) : [];
  const typed = visit.query('citySearch') ?? '';
  // Sent with words typed but no city chosen: the search is what was meant.
  const wanted = search ?? (city || typed === '' ? undefined : typed);
  const found = wanted === undefined ? undefined : await searchCities(publicDb, { words: wanted, limit: 8 });
  const t = words(language);
  return visit.show({
    title: t('eligibility-of', { window: call.window.name[language] }),
    description: t('eligibility-lead'),
    body: (
      <EligibilityPage
        {...{ language, call, typed }}
        href={(path) => visit.href(path)}
        chosen={city && cityOption(language, city)}
        found={found?.map((one) => cityOption(language, one))}
        judged={facts && judgeEligibility(call.window.rules, facts)}
        notChosen={asked === undefined && search === undefined && visit.url.searchParams.has('citySearch')}
      />
    ),
    cacheSeconds: 60,
    script: true,
  });
}
