import { render } from 'preact-render-to-string';
import { PageShell } from '../../design/page-shell.tsx';
import { citiesOf, hasRole, isSecretariat } from '../../kernel/actor.ts';
import { assetPath } from '../../platform/http/assets.ts';
import { localPath } from '../../platform/http/language-path.ts';
import type { Page, Route, Surface, Visit } from '../../platform/http/route.ts';
import { AccountMenu } from '../account-menu.tsx';
import { words } from '../messages/index.ts';
import { scriptPath } from '../script-path.ts';
import { TrialBanner } from '../trial-banner.tsx';

/** What people who are not of the secretariat see once signed in: their cities, roles and account. */
export function cityPortal(routes: readonly Route[]): Surface {
  return { name: 'city-portal', routes, draw };
}

function draw(visit: Visit, page: Page): string {
  const t = words(visit.language);
  const entries = [
    ...(isSecretariat(visit.actor)
      ? [{ path: '/workspace', label: t('nav.workspace') }]
      : [{ path: '/portal', label: t('nav.portal') }]),
    ...(citiesOf(visit.actor).length > 0
      ? [
          { path: '/portal/record', label: t('nav.record') },
          { path: '/portal/applications', label: t('nav.applications') },
          { path: '/portal/cases', label: t('nav.cases') },
          { path: '/portal/programme', label: t('nav.open-to-you') },
          { path: '/portal/exchange', label: t('nav.exchange') },
          { path: '/portal/emergencies', label: t('nav.emergencies') },
        ]
      : []),
    ...(isSecretariat(visit.actor) ? [] : [{ path: '/portal/mandates', label: t('nav.my-mandates') }]),
    ...(hasRole(visit.actor, 'partner')
      ? [{ path: '/portal/partner-requests', label: t('nav.partner-requests') }]
      : []),
    ...(hasRole(visit.actor, 'reviewer', 'partner')
      ? [{ path: '/portal/reviews', label: t('nav.to-review') }]
      : []),
    { path: '/portal/training', label: t('nav.my-training') },
    { path: '/account', label: t('nav.account') },
    { path: '/', label: t('nav.public-site') },
  ];
  return render(
    <PageShell
      language={visit.language}
      face="workspace"
      title={page.title}
      hasProblems={page.hasProblems}
      nav={entries.map(({ path, label }) => ({
        href: visit.href(path),
        label,
        current:
          path === '/portal'
            ? visit.url.pathname === path
            : path !== '/' && visit.url.pathname.startsWith(path),
      }))}
      pathFor={(language) => localPath(language, visit.url.pathname + visit.url.search)}
      assets={{ css: assetPath('site.css'), js: scriptPath(page), icon: assetPath('icon.svg') }}
      noindex
      account={<AccountMenu visit={visit} />}
      banner={<TrialBanner visit={visit} />}
    >
      {page.body}
    </PageShell>,
  );
}
