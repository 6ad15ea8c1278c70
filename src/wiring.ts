import { routes as bodiesApi } from './capabilities/governance/api.ts';
import { routes as bodiesPublic } from './capabilities/governance/pages/public/routes.tsx';
import { routes as bodiesWorkspace } from './capabilities/governance/pages/workspace/routes.tsx';
import { reactions as governanceReactions } from './capabilities/governance/reactions.ts';
import { reactions as impactReactions } from './capabilities/impact/reactions.ts';
import { routes as libraryPublic } from './capabilities/library/pages/public/routes.tsx';
import { routes as peopleAccount } from './capabilities/people/pages/account/routes.tsx';
import { routes as peoplePublic } from './capabilities/people/pages/public/routes.tsx';
import { peopleRoutes } from './capabilities/people/pages/workspace/routes.tsx';
import { jobs as peopleJobs } from './capabilities/people/schedules.ts';
import type { Command } from './platform/command-line/command.ts';
import type { Reaction } from './platform/events/announce.ts';
import type { Surface } from './platform/http/route.ts';
import { importCommands } from './platform/imports/cli.ts';
import type { AnyImportKind } from './platform/imports/kind.ts';
import type { Job, Schedule } from './platform/jobs/job.ts';
import { healthRoutes } from './surfaces/api/health.ts';
import { api } from './surfaces/api/surface.ts';
import { cityPortal } from './surfaces/city-portal/surface.tsx';
import { aboutRoutes } from './surfaces/public-site/about/routes.tsx';
import { galleryRoutes } from './surfaces/public-site/gallery/routes.tsx';
import { logRoutes } from './surfaces/public-site/log/routes.tsx';
import { publicSite } from './surfaces/public-site/surface.tsx';
import { cityLookup } from './surfaces/workspace/city-lookup.ts';
import { actRoutes } from './surfaces/workspace/acts/routes.tsx';
import { importRoutes } from './surfaces/workspace/imports/routes.tsx';
import { mailRoutes } from './surfaces/workspace/mail/routes.tsx';
import { workspace } from './surfaces/workspace/surface.tsx';

/** What people may bring in from files and take out as such. */
const importKinds: readonly AnyImportKind[] = [];

/** The first surface also draws the pages of refusals outside any. */
export const surfaces: readonly Surface[] = [
  publicSite([
    ...aboutRoutes,
    ...bodiesPublic,
    ...libraryPublic,
    ...logRoutes,
    ...galleryRoutes,
    ...peoplePublic,
  ]),
  cityPortal([...peopleAccount]),
  workspace([
    ...bodiesWorkspace,
    ...peopleRoutes(cityLookup),
    ...importRoutes(importKinds),
    ...actRoutes,
    ...mailRoutes,
  ]),
  api([...healthRoutes, ...bodiesApi]),
];

/** What happens when a capability announces something. */
export const reactions: readonly Reaction[] = [...governanceReactions, ...impactReactions];

/** Work of the queue, by its name. */
export const jobs: Readonly<Record<string, Job>> = { ...peopleJobs };

/** Timed work; patterns as cron writes them, in UTC. */
export const schedules: readonly Schedule[] = [];

/** The command line. */
export const commands: readonly Command[] = [...importCommands(importKinds)];
