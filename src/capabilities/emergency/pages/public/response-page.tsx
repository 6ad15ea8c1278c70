import { ButtonLink } from '../../../../design/button.tsx';
import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { Prose } from '../../../../design/layout.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import { wordingFor } from '../../rules/response.ts';
import { countriesInWords, type Frame, inWords } from '../frame.ts';
import { NotesPart, CitiesPart, HelpPart, UpdatesPart } from './parts.tsx';
import { type ResourceAnswers, ResourcesPart } from './resources-part.tsx';

interface ResponsePageProps extends Frame {
  readonly answers: ResourceAnswers;
}

/** Everything of one emergency, on one page a slow phone can hold: what to turn to first. */
export function ResponsePage(props: ResponsePageProps) {
  const { language, href, record } = props;
  const t = words(language);
  const wording = wordingFor(record.wordings, language);
  const isOpen = record.stage !== 'closed';
  const at = `/emergencies/${record.slug}`;
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/emergencies'), label: t('emergencies') }]} />
      <PageHead
        kind={t('emergency')}
        title={<span lang={wording.language}>{wording.title}</span>}
        stage={<Tag tone={isOpen ? 'signal' : 'done'}>{t(isOpen ? 'open' : 'closed')}</Tag>}
        facts={[
          { label: t('since'), value: <DateText date={record.startsOn} /> },
          ...(record.closedAt
            ? [{ label: t('until'), value: <DateText date={dayInUtc(record.closedAt)} /> }]
            : []),
          { label: t('where'), value: countriesInWords(language, record.countries) },
          ...(record.languages.length > 0
            ? [{ label: t('spoken'), value: inWords(language, record.languages) }]
            : []),
        ]}
        next={
          isOpen && (
            <>
              <ButtonLink look="main" href={href(`${at}/ask`)}>
                {t('ask')}
              </ButtonLink>{' '}
              <ButtonLink href={href(`${at}/offer`)}>{t('offer')}</ButtonLink>{' '}
              <ButtonLink href={href(`${at}/updates`)}>{t('subscribe')}</ButtonLink>
            </>
          )
        }
      />
      {isOpen && record.confirmedAt === null && <Notice tone="signal">{t('not-confirmed')}</Notice>}
      <Prose lang={wording.language}>
        <p>{wording.what}</p>
      </Prose>
      {wording.language !== language && (
        <p class="quiet">{t('written-in', { language: languageName(language, wording.language) })}</p>
      )}
      {record.lessons && (
        <section>
          <h2>{t('lessons')}</h2>
          <Prose lang={record.lessonsLanguage ?? undefined}>
            <p>{record.lessons}</p>
          </Prose>
        </section>
      )}
      <ResourcesPart {...props} />
      <CitiesPart {...props} />
      <NotesPart {...props} />
      <HelpPart {...props} />
      <UpdatesPart {...props} />
      <p class="quiet">{t.rich('open-data', { link: (said) => <a href={`${at}/record.json`}>{said}</a> })}</p>
    </>
  );
}
