import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { SourceList } from '../../../library/index.ts';
import { words } from '../../messages/index.ts';
import { citiesNamed, type Forum } from '../../rules/forum.ts';
import { EditionSection } from './edition-section.tsx';

interface ForumPageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly forum: Forum;
}

/** One forum: each meeting with its place, what was said of it in numbers, and the cities that can be named. */
export function ForumPage({ language, href, forum }: ForumPageProps) {
  const t = words(language);
  const cities = citiesNamed(forum.editions);
  const south = cities.filter((city) => city.globalSouth).length;
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/forums'), label: t('forums') }]} />
      <PageHead
        kind={t('forum')}
        title={forum.name[language]}
        facts={[
          ...(forum.acronym ? [{ label: t('acronym'), value: <bdi>{forum.acronym}</bdi> }] : []),
          { label: t('convened-by'), value: forum.convenedBy?.[language] ?? t('not-published') },
          {
            label: t('meets'),
            value: forum.everyMonths ? t('every', { n: forum.everyMonths }) : t('no-rhythm'),
          },
          { label: t('cities-named'), value: t('n-cities', { n: cities.length, south }) },
        ]}
        next={forum.address && <ButtonLink href={forum.address}>{t('own-site')}</ButtonLink>}
      />
      {forum.remark && <p class="quiet">{forum.remark[language]}</p>}
      <SourceList sources={forum.sources} href={href} />
      {forum.editions.map((edition) => (
        <EditionSection key={edition.id} edition={edition} language={language} href={href} />
      ))}
      <p class="quiet">
        {t('named-is-not-all')} <a href={href(`/forums/${forum.slug}/cities.csv`)}>CSV</a>
      </p>
    </>
  );
}
