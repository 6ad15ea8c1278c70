import { findFormVersion, listPublishedForms } from '../capabilities/application-forms/index.ts';
import { routes as applicationsApi } from '../capabilities/applications/api.ts';
import {
  cityMatters as applicationMatters,
  tasksFor as applicationTasks,
} from '../capabilities/applications/index.ts';
import { routes as applicationsCity } from '../capabilities/applications/pages/city/routes.tsx';
import { routes as applicationsPublic } from '../capabilities/applications/pages/public/routes.ts';
import { routes as applicationsWorkspace } from '../capabilities/applications/pages/workspace/routes.tsx';
import { formRoutes } from '../capabilities/application-forms/pages/workspace/routes.tsx';
import { routes as citiesApi } from '../capabilities/city-registry/api.ts';
import { routes as recordApi } from '../capabilities/city-record/api.ts';
import { tasksFor as recordTasks } from '../capabilities/city-record/index.ts';
import { routes as recordCity } from '../capabilities/city-record/pages/city/routes.tsx';
import { routes as recordPublic } from '../capabilities/city-record/pages/public/routes.tsx';
import { citySays } from '../capabilities/city-record/pages/public/section.tsx';
import { routes as recordWorkspace } from '../capabilities/city-record/pages/workspace/routes.tsx';
import { cityRoutes } from '../capabilities/city-registry/pages/public/routes.tsx';
import { routes as citiesWorkspace } from '../capabilities/city-registry/pages/workspace/routes.tsx';
import { tasksFor as emergencyTasks } from '../capabilities/emergency/index.ts';
import { routes as emergencyCity } from '../capabilities/emergency/pages/city/routes.tsx';
import { routes as emergencyPublic } from '../capabilities/emergency/pages/public/routes.tsx';
import { routes as emergencyWorkspace } from '../capabilities/emergency/pages/workspace/routes.tsx';
import { routes as forumsApi } from '../capabilities/diplomacy/api.ts';
import { routes as forumsPublic } from '../capabilities/diplomacy/pages/public/routes.tsx';
import { routes as fundApi } from '../capabilities/fund/api.ts';
import { tasksFor as fundTasks } from '../capabilities/fund/index.ts';
import type { FormShelf } from '../capabilities/fund/pages/form-shelf.ts';
import { publicRoutes as fundPublic } from '../capabilities/fund/pages/public/routes.tsx';
import { routes as fundWorkspace } from '../capabilities/fund/pages/workspace/routes.tsx';
import { windowRoutes } from '../capabilities/fund/pages/workspace/window-routes.ts';
import { routes as bodiesApi } from '../capabilities/governance/api.ts';
import { routes as bodiesPublic } from '../capabilities/governance/pages/public/routes.tsx';
import { routes as bodiesWorkspace } from '../capabilities/governance/pages/workspace/routes.tsx';
import { tasksFor as ledgerTasks } from '../capabilities/impact/index.ts';
import { routes as impactApi } from '../capabilities/impact/api.ts';
import { routes as impactPublic } from '../capabilities/impact/pages/public/routes.tsx';
import { routes as impactWorkspace } from '../capabilities/impact/pages/workspace/routes.tsx';
import { routes as libraryPublic } from '../capabilities/library/pages/public/routes.tsx';
import { routes as peopleAccount } from '../capabilities/people/pages/account/routes.tsx';
import { routes as peoplePublic } from '../capabilities/people/pages/public/routes.tsx';
import { peopleRoutes } from '../capabilities/people/pages/workspace/routes.tsx';
import { routes as exchangeCity } from '../capabilities/peer-exchange/pages/city/routes.tsx';
import { routes as exchangePublic } from '../capabilities/peer-exchange/pages/public/routes.tsx';
import { routes as exchangeWorkspace } from '../capabilities/peer-exchange/pages/workspace/routes.tsx';
import { tasksFor as exchangeTasks } from '../capabilities/peer-exchange/index.ts';
import { tasksFor as programmeTasks } from '../capabilities/programme/index.ts';
import { routes as programmeCity } from '../capabilities/programme/pages/city/routes.tsx';
import { routes as programmePublic } from '../capabilities/programme/pages/public/routes.tsx';
import { routes as programmeWorkspace } from '../capabilities/programme/pages/workspace/routes.tsx';
import { tasksFor as mandateTasks } from '../capabilities/mandates/index.ts';
import { cityRoutes as mandatesCity } from '../capabilities/mandates/pages/city/routes.ts';
import { routes as mandatesPublic } from '../capabilities/mandates/pages/public/routes.ts';
import { workspaceRoutes as mandatesWorkspace } from '../capabilities/mandates/pages/workspace/routes.ts';
import { cityMatters as exchangeMatters } from '../capabilities/peer-exchange/index.ts';
import { cityMatters as deskMatters, tasksFor as deskTasks } from '../capabilities/support-desk/index.ts';
import { routes as deskCity } from '../capabilities/support-desk/pages/city/routes.tsx';
import { routes as deskPublic } from '../capabilities/support-desk/pages/public/routes.tsx';
import { routes as deskWorkspace } from '../capabilities/support-desk/pages/workspace/routes.tsx';
import { tasksFor as trainingTasks } from '../capabilities/training/index.ts';
import { routes as trainingCity } from '../capabilities/training/pages/city/routes.tsx';
import { routes as trainingPublic } from '../capabilities/training/pages/public/routes.tsx';
import { routes as trainingWorkspace } from '../capabilities/training/pages/workspace/routes.tsx';
import { tasksFor as reviewTasks } from '../capabilities/review/index.ts';
import { routes as reviewCity } from '../capabilities/review/pages/city/routes.tsx';
import { routes as reviewWorkspace } from '../capabilities/review/pages/workspace/routes.tsx';
import { routes as translationCity } from '../capabilities/translation/pages/city/routes.tsx';
import { routes as translationWorkspace } from '../capabilities/translation/pages/workspace/routes.tsx';
import type { Surface } from '../platform/http/route.ts';
import type { CityMatters } from '../platform/tasks/city-matter.ts';
import { healthRoutes } from '../surfaces/api/health.ts';
import { api } from '../surfaces/api/surface.ts';
import { portalRoutes } from '../surfaces/city-portal/home/routes.tsx';
import { cityPortal } from '../surfaces/city-portal/surface.tsx';
import { aboutRoutes } from '../surfaces/public-site/about/routes.tsx';
import { galleryRoutes } from '../surfaces/public-site/gallery/routes.tsx';
import { homeRoutes } from '../surfaces/public-site/home/routes.tsx';
import { logRoutes } from '../surfaces/public-site/log/routes.tsx';
import { publicSite } from '../surfaces/public-site/surface.tsx';
import { cityLookup } from '../surfaces/workspace/city-lookup.ts';
import { formUses } from '../surfaces/workspace/form-uses.ts';
import { actRoutes } from '../surfaces/workspace/acts/routes.tsx';
import { importRoutes } from '../surfaces/workspace/imports/routes.tsx';
import { mailRoutes } from '../surfaces/workspace/mail/routes.tsx';
import { searchRoutes } from '../surfaces/workspace/search/routes.tsx';
import { workspace } from '../surfaces/workspace/surface.tsx';
import { todayRoutes } from '../surfaces/workspace/today/routes.tsx';
import { importKinds } from './import-kinds.ts';

/** What is open for a city, from every capability that has something: shown to whoever takes over. */
const cityMatters: readonly CityMatters[] = [deskMatters, exchangeMatters, applicationMatters];

/** The application forms, as the fund's windows choose and show them. */
const fundForms: FormShelf = { list: listPublishedForms, find: findFormVersion };

/** The first surface also draws the pages of refusals outside any. */
export const surfaces: readonly Surface[] = [
  publicSite([
    ...homeRoutes,
    ...aboutRoutes,
    ...impactPublic,
    ...cityRoutes([citySays]),
    ...recordPublic,
    ...fundPublic(fundForms),
    ...applicationsPublic,
    ...forumsPublic,
    ...bodiesPublic,
    ...deskPublic,
    ...mandatesPublic,
    ...exchangePublic,
    ...programmePublic,
    ...trainingPublic,
    ...emergencyPublic,
    ...libraryPublic,
    ...logRoutes,
    ...galleryRoutes,
    ...peoplePublic,
  ]),
  cityPortal([
    ...portalRoutes([
      reviewTasks,
      applicationTasks,
      recordTasks,
      deskTasks,
      mandateTasks(cityMatters),
      exchangeTasks,
      trainingTasks,
      programmeTasks,
      emergencyTasks,
    ]),
    ...recordCity,
    ...applicationsCity,
    ...deskCity,
    ...mandatesCity(cityMatters),
    ...exchangeCity,
    ...trainingCity,
    ...programmeCity,
    ...emergencyCity,
    ...reviewCity,
    ...translationCity,
    ...peopleAccount,
  ]),
  workspace([
    ...todayRoutes([
      fundTasks,
      ledgerTasks,
      reviewTasks,
      applicationTasks,
      deskTasks,
      mandateTasks(cityMatters),
      exchangeTasks,
      trainingTasks,
      programmeTasks,
      emergencyTasks,
    ]),
    ...searchRoutes,
    ...impactWorkspace,
    ...citiesWorkspace,
    ...recordWorkspace,
    ...deskWorkspace,
    ...mandatesWorkspace(cityMatters),
    ...exchangeWorkspace,
    ...programmeWorkspace,
    ...trainingWorkspace,
    ...emergencyWorkspace,
    ...fundWorkspace,
    ...windowRoutes(fundForms),
    ...applicationsWorkspace,
    ...reviewWorkspace,
    ...translationWorkspace,
    ...formRoutes(formUses),
    ...bodiesWorkspace,
    ...peopleRoutes(cityLookup),
    ...importRoutes(importKinds),
    ...actRoutes,
    ...mailRoutes,
  ]),
  api([
    ...healthRoutes,
    ...citiesApi,
    ...recordApi,
    ...impactApi,
    ...fundApi,
    ...applicationsApi,
    ...forumsApi,
    ...bodiesApi,
  ]),
];
