import { render } from 'preact-render-to-string';
import { PageShell } from '../../design/page-shell.tsx';
import { localPath } from '../../platform/http/language-path.ts';
import { assetPath } from '../../platform/http/assets.ts';
import type { Page, Route, Surface, Visit } from '../../platform/http/route.ts';
import { scriptPath } from '../script-path.ts';
import { words, type SurfaceKey } from '../messages/index.ts';
import { TrialBanner } from '../trial-banner.tsx';

const menu: readonly (readonly [path: string, key: SurfaceKey])[] = [
  ['/impact', 'nav.impact'],
  ['/cities', 'nav.cities'],
  ['/fund', 'nav.fund'],
  ['/forums', 'nav.forums'],
  ['/bodies', 'nav.bodies'],
  ['/training', 'nav.training'],
  ['/ask', 'nav.ask'],
  ['/about', 'nav.about'],
];

/** What anybody sees: the council's record, open to its evidence. */
export function publicSite(routes: readonly Route[]): Surface {
  return { name: 'public-site', routes, draw };
}

function draw(visit: Visit, page: Page): string {
  const t = words(visit.language);
  const pathFor = (language: Parameters<typeof localPath>[0]) =>
    localPath(language, visit.url.pathname + visit.url.search);
  return render(
    <PageShell
      language={visit.language}
      face="public"
      title={page.title}
      hasProblems={page.hasProblems}
      description={page.description}
      nav={menu.map(([path, key]) => ({
        href: visit.href(path),
        label: t(key),
        current: visit.url.pathname.startsWith(path),
      }))}
      pathFor={pathFor}
      assets={{ css: assetPath('site.css'), js: scriptPath(page), icon: assetPath('icon.svg') }}
      canonical={`${visit.world.config.publicUrl}${pathFor(visit.language)}`}
      account={<a href={visit.href('/workspace')}>{t('nav.sign-in')}</a>}
      banner={<TrialBanner visit={visit} />}
      footer={
        <>
          <p>
            <a href={visit.href('/sources')}>{t('nav.sources')}</a> ·{' '}
            <a href={visit.href('/emergencies')}>{t('nav.emergencies')}</a> ·{' '}
            <a href={visit.href('/log')}>{t('nav.log')}</a>
          </p>
          <p class="quiet">{t('footer.data')}</p>
        </>
      }
    >
      {page.body}
    </PageShell>,
  );
}
