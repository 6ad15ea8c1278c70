import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { ButtonLink } from '../../../../design/button.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { EmptyState } from '../../../../design/empty-state.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { Source } from '../../rules/source.ts';
import type { Citing } from '../../store/sources.ts';

interface SourcePageProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly source: Source;
  readonly citings: readonly Citing[];
}

/** One source: what it is, where to find it, and everything here that rests on it. */
export function SourcePage({ language, href, source, citings }: SourcePageProps) {
  const t = words(language);
  const said = source.language && languageName(language, source.language);
  const facts = [
    { label: t('publisher'), value: <bdi>{source.publisher}</bdi> },
    { label: t('date'), value: source.date ? <DateText date={source.date} /> : t('undated') },
    ...(said ? [{ label: t('language'), value: said }] : []),
  ];
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/sources'), label: t('sources') }]} />
      <PageHead
        kind={t(source.kind)}
        title={<bdi lang={source.language ?? undefined}>{source.title}</bdi>}
        facts={facts}
        next={source.address && <ButtonLink href={source.address}>{t('open-source')}</ButtonLink>}
      />
      {source.address && (
        <p class="quiet">
          <bdi dir="ltr">{source.address}</bdi>
        </p>
      )}
      <section>
        <h2>{t('what-rests-on-it', { n: citings.length })}</h2>
        {citings.length === 0 && <EmptyState title={t('nothing-cites')}>{t('nothing-cites-why')}</EmptyState>}
        {grouped(citings).map(([kind, group]) => (
          <Group key={kind} kind={kind} citings={group} language={language} href={href} />
        ))}
      </section>
    </>
  );
}

/** By capability and kind, in the order given. */
function grouped(citings: readonly Citing[]): [kind: string, Citing[]][] {
  const groups = new Map<string, Citing[]>();
  for (const citing of citings) {
    const kind = citing.record_kind;
    groups.set(kind, [...(groups.get(kind) ?? []), citing]);
  }
  return [...groups];
}

interface GroupProps {
  readonly kind: string;
  readonly citings: readonly Citing[];
  readonly language: Language;
  readonly href: (path: string) => string;
}

function Group({ kind, citings, language, href }: GroupProps) {
  const t = words(language);
  return (
    <>
      <h3>{t('kind', { kind: kind.replaceAll('-', '_') })}</h3>
      <ul>
        {citings.map((citing) => (
          <li key={`${citing.path}${citing.label.en}`}>
            {citing.path ? (
              <a href={href(citing.path)}>
                <bdi>{citing.label[language]}</bdi>
              </a>
            ) : (
              <bdi>{citing.label[language]}</bdi>
            )}
            {citing.note && (
              <span class="quiet" lang="en" dir="ltr">
                {' '}
                {citing.note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
