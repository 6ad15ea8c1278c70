import type { ComponentChildren } from 'preact';
import { PageHead } from '../../../design/page-head.tsx';
import type { Visit } from '../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';

/** What the council is, in one page that links to the record behind each sentence. */
export function AboutPage({ visit }: { visit: Visit }) {
  const t = words(visit.language);
  const to = (path: string) => (children: ComponentChildren) => <a href={visit.href(path)}>{children}</a>;
  return (
    <>
      <PageHead title={t('about.title')} lead={t('about.lead')} />
      <section class="prose">
        <h2>{t('about.does-title')}</h2>
        <ul>
          <li>{t('about.does-diplomacy')}</li>
          <li>{t('about.does-support')}</li>
          <li>{t.rich('about.does-fund', { link: to('/fund') })}</li>
        </ul>
      </section>
      <section class="prose">
        <h2>{t('home.objectives')}</h2>
        <ol>
          {([1, 2, 3, 4] as const).map((objective) => (
            <li key={objective}>{t(`home.objective-${objective}`)}</li>
          ))}
        </ol>
      </section>
      <section class="prose">
        <h2>{t('about.principles-title')}</h2>
        <ul>
          {([1, 2, 3] as const).map((principle) => (
            <li key={principle}>{t(`about.principle-${principle}`)}</li>
          ))}
        </ul>
      </section>
      <section class="prose">
        <h2>{t('about.governance-title')}</h2>
        <p>{t.rich('about.governance', { link: to('/bodies/leadership-board') })}</p>
      </section>
      <section class="prose">
        <h2>{t('about.platform-title')}</h2>
        <p>{t.rich('about.platform', { sources: to('/sources'), log: to('/log') })}</p>
      </section>
    </>
  );
}
