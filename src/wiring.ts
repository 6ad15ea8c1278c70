import { findFormVersion, listPublishedForms } from './capabilities/application-forms/index.ts';
import { routes as applicationsApi } from './capabilities/applications/api.ts';
import {
  cityMatters as applicationMatters,
  tasksFor as applicationTasks,
} from './capabilities/applications/index.ts';
import { routes as applicationsCity } from './capabilities/applications/pages/city/routes.tsx';
import { routes as applicationsPublic } from './capabilities/applications/pages/public/routes.ts';
import { routes as applicationsWorkspace } from './capabilities/applications/pages/workspace/routes.tsx';
import {
  jobs as applicationsJobs,
  schedules as applicationsSchedules,
} from './capabilities/applications/schedules.ts';
import { formRoutes } from './capabilities/application-forms/pages/workspace/routes.tsx';
import { routes as citiesApi } from './capabilities/city-registry/api.ts';
import { routes as recordApi } from './capabilities/city-record/api.ts';
import { factImport, tasksFor as recordTasks } from './capabilities/city-record/index.ts';
import { routes as recordCity } from './capabilities/city-record/pages/city/routes.tsx';
import { routes as recordPublic } from './capabilities/city-record/pages/public/routes.tsx';
import { citySays } from './capabilities/city-record/pages/public/section.tsx';
import { routes as recordWorkspace } from './capabilities/city-record/pages/workspace/routes.tsx';
import { jobs as recordJobs, schedules as recordSchedules } from './capabilities/city-record/schedules.ts';
import { engagementImport } from './capabilities/city-registry/index.ts';
import { commands as citiesCommands } from './capabilities/city-registry/cli.ts';
import { cityRoutes } from './capabilities/city-registry/pages/public/routes.tsx';
import { routes as citiesWorkspace } from './capabilities/city-registry/pages/workspace/routes.tsx';
import { tasksFor as emergencyTasks } from './capabilities/emergency/index.ts';
import { routes as emergencyCity } from './capabilities/emergency/pages/city/routes.tsx';
import { routes as emergencyPublic } from './capabilities/emergency/pages/public/routes.tsx';
import { routes as emergencyWorkspace } from './capabilities/emergency/pages/workspace/routes.tsx';
import {
  jobs as emergencyJobs,
  schedules as emergencySchedules,
} from './capabilities/emergency/schedules.ts';
import { routes as forumsApi } from './capabilities/diplomacy/api.ts';
import { routes as forumsPublic } from './capabilities/diplomacy/pages/public/routes.tsx';
import { routes as fundApi } from './capabilities/fund/api.ts';
import { tasksFor as fundTasks } from './capabilities/fund/index.ts';
import type { FormShelf } from './capabilities/fund/pages/form-shelf.ts';
import { publicRoutes as fundPublic } from './capabilities/fund/pages/public/routes.tsx';
import { routes as fundWorkspace } from './capabilities/fund/pages/workspace/routes.tsx';
import { windowRoutes } from './capabilities/fund/pages/workspace/window-routes.ts';
import { jobs as fundJobs, schedules as fundSchedules } from './capabilities/fund/schedules.ts';
import { routes as bodiesApi } from './capabilities/governance/api.ts';
import { routes as bodiesPublic } from './capabilities/governance/pages/public/routes.tsx';
import { routes as bodiesWorkspace } from './capabilities/governance/pages/workspace/routes.tsx';
import { reactions as governanceReactions } from './capabilities/governance/reactions.ts';
import { claimImport, recountFigures, tasksFor as ledgerTasks } from './capabilities/impact/index.ts';
import { routes as impactApi } from './capabilities/impact/api.ts';
import { commands as impactCommands } from './capabilities/impact/cli.ts';
import { routes as impactPublic } from './capabilities/impact/pages/public/routes.tsx';
import { routes as impactWorkspace } from './capabilities/impact/pages/workspace/routes.tsx';
import { reactions as impactReactions } from './capabilities/impact/reactions.ts';
import { commands as influenceCommands } from './capabilities/influence/cli.ts';
import { routes as libraryPublic } from './capabilities/library/pages/public/routes.tsx';
import { organisationImport } from './capabilities/people/index.ts';
import { commands as peopleCommands } from './capabilities/people/cli.ts';
import { routes as peopleAccount } from './capabilities/people/pages/account/routes.tsx';
import { routes as peoplePublic } from './capabilities/people/pages/public/routes.tsx';
import { peopleRoutes } from './capabilities/people/pages/workspace/routes.tsx';
import { jobs as peopleJobs, schedules as peopleSchedules } from './capabilities/people/schedules.ts';
import { routes as exchangeCity } from './capabilities/peer-exchange/pages/city/routes.tsx';
import { routes as exchangePublic } from './capabilities/peer-exchange/pages/public/routes.tsx';
import { routes as exchangeWorkspace } from './capabilities/peer-exchange/pages/workspace/routes.tsx';
import { tasksFor as exchangeTasks } from './capabilities/peer-exchange/index.ts';
import {
  jobs as exchangeJobs,
  schedules as exchangeSchedules,
} from './capabilities/peer-exchange/schedules.ts';
import { tasksFor as programmeTasks } from './capabilities/programme/index.ts';
import { routes as programmeCity } from './capabilities/programme/pages/city/routes.tsx';
import { routes as programmePublic } from './capabilities/programme/pages/public/routes.tsx';
import { routes as programmeWorkspace } from './capabilities/programme/pages/workspace/routes.tsx';
import { reactions as programmeReactions } from './capabilities/programme/reactions.ts';
import {
  jobs as programmeJobs,
  schedules as programmeSchedules,
} from './capabilities/programme/schedules.ts';
import { commands as deskCommands } from './capabilities/support-desk/cli.ts';
import { tasksFor as mandateTasks } from './capabilities/mandates/index.ts';
import { cityRoutes as mandatesCity } from './capabilities/mandates/pages/city/routes.ts';
import { routes as mandatesPublic } from './capabilities/mandates/pages/public/routes.ts';
import { workspaceRoutes as mandatesWorkspace } from './capabilities/mandates/pages/workspace/routes.ts';
import { jobs as mandateJobs, schedules as mandateSchedules } from './capabilities/mandates/schedules.ts';
import { cityMatters as exchangeMatters } from './capabilities/peer-exchange/index.ts';
import { reactions as exchangeReactions } from './capabilities/peer-exchange/reactions.ts';
import { cityMatters as deskMatters, tasksFor as deskTasks } from './capabilities/support-desk/index.ts';
import { reactions as deskReactions } from './capabilities/support-desk/reactions.ts';
import { routes as deskCity } from './capabilities/support-desk/pages/city/routes.tsx';
import { routes as deskPublic } from './capabilities/support-desk/pages/public/routes.tsx';
import { routes as deskWorkspace } from './capabilities/support-desk/pages/workspace/routes.tsx';
import { jobs as deskJobs, schedules as deskSchedules } from './capabilities/support-desk/schedules.ts';
import { tasksFor as trainingTasks } from './capabilities/training/index.ts';
import { routes as trainingCity } from './capabilities/training/pages/city/routes.tsx';
import { routes as trainingPublic } from './capabilities/training/pages/public/routes.tsx';
import { routes as trainingWorkspace } from './capabilities/training/pages/workspace/routes.tsx';
import { jobs as trainingJobs, schedules as trainingSchedules } from './capabilities/training/schedules.ts';
import { tasksFor as reviewTasks } from './capabilities/review/index.ts';
import { routes as reviewCity } from './capabilities/review/pages/city/routes.tsx';
import { routes as reviewWorkspace } from './capabilities/review/pages/workspace/routes.tsx';
import { jobs as reviewJobs } from './capabilities/review/schedules.ts';
import { termImport } from './capabilities/translation/index.ts';
import { routes as translationCity } from './capabilities/translation/pages/city/routes.tsx';
import { routes as translationWorkspace } from './capabilities/translation/pages/workspace/routes.tsx';
import { jobs as translationJobs } from './capabilities/translation/schedules.ts';
import type { Command } from './platform/command-line/command.ts';
import type { Reaction } from './platform/events/announce.ts';
import type { Surface } from './platform/http/route.ts';
import { importCommands } from './platform/imports/cli.ts';
import type { AnyImportKind } from './platform/imports/kind.ts';
import type { Job, Schedule } from './platform/jobs/job.ts';
import { type DoctorCheck, ill, well } from './platform/operator/doctor-check.ts';
import { operatorCommands } from './platform/operator/cli.ts';
import { jobs as operatorJobs, schedules as operatorSchedules } from './platform/operator/schedules.ts';
import type { CityMatters } from './platform/tasks/city-matter.ts';
import { healthRoutes } from './surfaces/api/health.ts';
import { api } from './surfaces/api/surface.ts';
import { portalRoutes } from './surfaces/city-portal/home/routes.tsx';
import { cityPortal } from './surfaces/city-portal/surface.tsx';
import { aboutRoutes } from './surfaces/public-site/about/routes.tsx';
import { galleryRoutes } from './surfaces/public-site/gallery/routes.tsx';
import { homeRoutes } from './surfaces/public-site/home/routes.tsx';
import { logRoutes } from './surfaces/public-site/log/routes.tsx';
import { publicSite } from './surfaces/public-site/surface.tsx';
import { cityLookup } from './surfaces/workspace/city-lookup.ts';
import { formUses } from './surfaces/workspace/form-uses.ts';
import { actRoutes } from './surfaces/workspace/acts/routes.tsx';
import { importRoutes } from './surfaces/workspace/imports/routes.tsx';
import { mailRoutes } from './surfaces/workspace/mail/routes.tsx';
import { searchRoutes } from './surfaces/workspace/search/routes.tsx';
import { workspace } from './surfaces/workspace/surface.tsx';
import { todayRoutes } from './surfaces/workspace/today/routes.tsx';

/** What people may bring in from files and take out as such. */
const importKinds: readonly AnyImportKind[] = [
  organisationImport,
  engagementImport,
  factImport,
  claimImport,
  termImport,
];

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
      exchangeTasks,
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

/** What happens when a capability announces something. */
export const reactions: readonly Reaction[] = [
  ...programmeReactions,
  ...governanceReactions,
  ...deskReactions,
  ...exchangeReactions,
  ...impactReactions,
];

/** Work of the queue, by its name. */
export const jobs: Readonly<Record<string, Job>> = {
  ...operatorJobs,
  ...peopleJobs,
  ...recordJobs,
  ...deskJobs,
  ...applicationsJobs,
  ...mandateJobs,
  ...reviewJobs,
  ...translationJobs,
  ...exchangeJobs,
  ...fundJobs,
  ...programmeJobs,
  ...trainingJobs,
  ...emergencyJobs,
};

/** Timed work; patterns as cron writes them, in UTC. */
export const schedules: readonly Schedule[] = [
  ...operatorSchedules,
  ...peopleSchedules,
  ...recordSchedules,
  ...deskSchedules,
  ...applicationsSchedules,
  ...mandateSchedules,
  ...exchangeSchedules,
  ...fundSchedules,
  ...programmeSchedules,
  ...trainingSchedules,
  ...emergencySchedules,
];

/** What capabilities want the doctor to look at. */
const doctorChecks: readonly DoctorCheck[] = [
  {
    name: 'figures',
    async run({ db }, { quick }) {
      if (quick) return well('not counted again');
      const faults = await recountFigures(db);
      return faults.length === 0
        ? well('each kept sum equals a count of the whole ledger')
        : ill(
            faults
              .map(({ key, what, kept, counted }) => `${key} ${what}: kept ${kept}, counted ${counted}`)
              .join('; '),
          );
    },
  },
];

/** The command line. */
export const commands: readonly Command[] = [
  ...operatorCommands(doctorChecks),
  ...citiesCommands,
  ...peopleCommands,
  ...deskCommands,
  ...impactCommands,
  ...influenceCommands,
  ...importCommands(importKinds),
];
