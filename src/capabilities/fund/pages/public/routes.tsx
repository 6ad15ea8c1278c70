import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import { csvResponse } from '../../../../platform/exports/csv.ts';
import { jsonResponse } from '../../../../platform/exports/json.ts';
import { get, post, type Route, type Visit } from '../../../../platform/http/route.ts';
import { anyone } from '../../../../platform/permissions/guard.ts';
import { words } from '../../messages/index.ts';
import { chooseGrants, type GrantFilter, type GrantSort, grantSorts, sortGrants } from './choose-grants.ts';
import { findWindow, listGrants, readFund } from '../../store/fund.ts';
import { FundPage } from './fund-page.tsx';
import { GranteesPage } from './grantees-page.tsx';
import { grantColumns, grantForSystems } from './grants-file.ts';
import type { FormShelf } from '../form-shelf.ts';
import { sendQuestion, showAsking, showQuestionReceived } from './ask.tsx';
import { searchEligibleCity, showEligibility } from './eligibility.tsx';
import { showForm } from './form-page.tsx';
import { calendarOfWindow, windowFile } from './window-files.ts';
import { WindowPage } from './window-page.tsx';

const window = '/fund/windows/:slug';

/** @param shelf the application forms, which the wiring brings */
export const publicRoutes = (shelf: FormShelf): readonly Route[] => [
  get('/fund', anyone, showFund),
  get(window, anyone, showWindow),
  get('/fund/forms/:form', anyone, showForm(shelf)),
  get(`${window}/eligibility`, anyone, showEligibility),
  get(`${window}/eligibility/cities`, anyone, searchEligibleCity),
  get(`${window}/questions`, anyone, showAsking),
  post(`${window}/questions`, anyone, sendQuestion),
  get(`${window}/questions/received`, anyone, showQuestionReceived),
  get(`${window}/calendar.ics`, anyone, calendarOfWindow),
  get(`${window}/window.json`, anyone, windowFile),
  get('/fund/grantees', anyone, showGrantees),
  get('/fund/grantees.csv', anyone, async (visit) =>
    csvResponse('grantees', grantColumns, await chosenGrants(visit)),
  ),
  get('/fund/grantees.json', anyone, async (visit) =>
    jsonResponse(await grantsForSystems(visit), 'grantees'),
  ),
];

/** What the API gives as well. */
export async function grantsForSystems(visit: Visit) {
  const items = (await chosenGrants(visit)).map(grantForSystems);
  return { asAt: dayInUtc(visit.world.now()), items };
}

async function showFund(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const fund = await readFund(world.publicDb);
  return visit.show({
    title: words(language)('fund'),
    description: words(language)('fund-lead'),
    body: (
      <FundPage {...{ language, fund }} today={dayInUtc(world.now())} href={(path) => visit.href(path)} />
    ),
    cacheSeconds: 60,
  });
}

async function showWindow(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const fund = await findWindow(world.publicDb, visit.param('slug'), visit.query('city'));
  if (!fund) throw notFound();
  return visit.show({
    title: fund.window.name[language],
    description: fund.window.theme[language],
    body: <WindowPage {...{ language, fund }} now={world.now()} href={(path) => visit.href(path)} />,
    cacheSeconds: 60,
    script: fund.call !== undefined,
  });
}

async function showGrantees(visit: Visit): Promise<Response> {
  const { language, world } = visit;
  const { grants: all, reckonings } = await listGrants(world.publicDb);
  const filter = filterOf(visit);
  const sort = sortOf(visit);
  const grants = sortGrants(chooseGrants(all, filter), sort, language);
  const today = dayInUtc(world.now());
  return visit.show({
    title: words(language)('grantees'),
    description: words(language)('grantees-lead'),
    body: (
      <GranteesPage
        {...{ language, all, grants, filter, sort, today, reckonings }}
        href={(path) => visit.href(path)}
      />
    ),
    cacheSeconds: 60,
  });
}

async function chosenGrants(visit: Visit) {
  const { grants } = await listGrants(visit.world.publicDb);
  return sortGrants(chooseGrants(grants, filterOf(visit)), sortOf(visit), visit.language);
}

function filterOf(visit: Visit): GrantFilter {
  return {
    window: visit.query('window'),
    country: visit.query('country'),
    state: visit.query('state'),
    cities: visit.query('cities'),
  };
}

function sortOf(visit: Visit): GrantSort {
  return grantSorts.find((sort) => sort === visit.query('sort')) ?? '-announced';
}
