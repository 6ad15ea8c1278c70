import { render } from 'preact-render-to-string';
import { SubmitButton } from '../../design/button.tsx';
import { PageShell } from '../../design/page-shell.tsx';
import { hasRole, type Role } from '../../kernel/actor.ts';
import { assetPath } from '../../platform/http/assets.ts';
import { localPath } from '../../platform/http/language-path.ts';
import type { Page, Route, Surface, Visit } from '../../platform/http/route.ts';
import { AccountMenu } from '../account-menu.tsx';
import { scriptPath } from '../script-path.ts';
import { type SurfaceKey, words } from '../messages/index.ts';
import { TrialBanner } from '../trial-banner.tsx';

interface Entry {
  readonly path: string;
  readonly key: SurfaceKey;
  /** Who sees it in the menu; all of the secretariat when not given. */
  readonly roles?: readonly Role[];
}

const menu: readonly Entry[] = [
  { path: '/workspace', key: 'nav.today' },
  { path: '/workspace/support', key: 'nav.support' },
  { path: '/workspace/mandates', key: 'nav.mandates', roles: ['staff-support', 'director'] },
  { path: '/workspace/exchange', key: 'nav.exchange', roles: ['staff-support', 'director'] },
  { path: '/workspace/programme', key: 'nav.programme' },
  { path: '/workspace/training', key: 'nav.training', roles: ['staff-support', 'director'] },
  { path: '/workspace/emergencies', key: 'nav.emergencies' },
  { path: '/workspace/impact/claims', key: 'nav.claims' },
  { path: '/workspace/cities', key: 'nav.cities' },
  { path: '/workspace/city-records', key: 'nav.city-records' },
  { path: '/workspace/fund/grants', key: 'nav.fund' },
  { path: '/workspace/fund/windows', key: 'nav.fund-windows' },
  { path: '/workspace/applications', key: 'nav.applications', roles: ['staff-fund', 'director'] },
  { path: '/workspace/reviews', key: 'nav.reviews', roles: ['staff-fund', 'director'] },
  { path: '/workspace/translation', key: 'nav.translation', roles: ['staff-fund', 'director'] },
  { path: '/workspace/forms', key: 'nav.forms', roles: ['staff-fund', 'director'] },
  { path: '/workspace/governance/bodies', key: 'nav.bodies' },
  { path: '/workspace/people', key: 'nav.people' },
  { path: '/workspace/organisations', key: 'nav.organisations' },
  { path: '/workspace/imports', key: 'nav.imports' },
  { path: '/workspace/acts', key: 'nav.acts' },
  { path: '/workspace/mail', key: 'nav.mail', roles: ['administrator'] },
];

/** Where the secretariat works all day. */
export function workspace(routes: readonly Route[]): Surface {
  return { name: 'workspace', routes, draw };
}

function draw(visit: Visit, page: Page): string {
  const t = words(visit.language);
  const seen = menu.filter(({ roles }) => !roles || hasRole(visit.actor, ...roles));
  const isCurrent = (path: string) =>
    path === '/workspace' ? visit.url.pathname === path : visit.url.pathname.startsWith(path);
  return render(
    <PageShell
      language={visit.language}
      face="workspace"
      title={page.title}
      hasProblems={page.hasProblems}
      nav={seen.map(({ path, key }) => ({ href: visit.href(path), label: t(key), current: isCurrent(path) }))}
      pathFor={(language) => localPath(language, visit.url.pathname + visit.url.search)}
      assets={{
        css: assetPath('site.css'),
        js: scriptPath({ ...page, script: page.script ?? true }),
        icon: assetPath('icon.svg'),
      }}
      noindex
      tools={<SearchBox visit={visit} />}
      account={<AccountMenu visit={visit} />}
      banner={<TrialBanner visit={visit} />}
    >
      {page.body}
    </PageShell>,
  );
}

function SearchBox({ visit }: { visit: Visit }) {
  const t = words(visit.language);
  return (
    <form action={visit.href('/workspace/search')} method="get" role="search">
      <input
        type="search"
        name="q"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={visit.query('q')}
      />
      <SubmitButton look="plain">{t('search.button')}</SubmitButton>
    </form>
  );
}
