import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { CityName } from '../../../../design/city-name.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { Notice } from '../../../../design/notice.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { explain } from '../../../../platform/languages/catalogue.ts';
import { because } from '../../../../kernel/refusal.ts';
import { countryName, languageName } from '../../../../platform/languages/format.ts';
import { cityName } from '../../../city-registry/index.ts';
import { words } from '../../messages/index.ts';
import { stageTone } from '../stage-tone.ts';
import type { CaseInBrief, CaseRecord } from './case-record.ts';

interface CaseHeadProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly record: CaseInBrief;
  /** What a page below the case's own is for. */
  readonly step?: string;
}

/** Which case this is, whose, where it stands. */
export function CaseHead({ language, href, record, step }: CaseHeadProps) {
  const t = words(language);
  const { shown, city, assignee } = record;
  const path = `/workspace/support/cases/${shown.id}`;
  const desk = { href: href('/workspace/support'), label: t('desk') };
  if (step !== undefined) {
    return (
      <>
        <Breadcrumb crumbs={[desk, { href: href(path), label: shown.reference }]} />
        <PageHead
          kind={t('case-kind', { reference: shown.reference })}
          title={step}
          lead={<bdi>{shown.subject}</bdi>}
        />
      </>
    );
  }
  return (
    <>
      <Breadcrumb crumbs={[desk]} />
      <PageHead
        kind={t('case-kind', { reference: shown.reference })}
        title={<bdi>{shown.subject}</bdi>}
        stage={
          <>
            <Tag tone={stageTone(shown.stage)}>{t(`stage.${shown.stage}`)}</Tag>{' '}
            {shown.urgency !== 'normal' && <Tag tone="signal">{t(`urgency.${shown.urgency}`)}</Tag>}
          </>
        }
        facts={[
          {
            label: t('city'),
            value: city ? (
              <CityName
                name={cityName(language, city)}
                localName={city.name}
                country={countryName(language, city.country)}
              />
            ) : (
              t('city-unknown')
            ),
          },
          {
            label: t('asked-by'),
            value: <bdi>{[shown.requesterName, shown.requesterRole].filter(Boolean).join(', ')}</bdi>,
          },
          { label: t('email'), value: <bdi>{shown.requesterEmail}</bdi> },
          { label: t('topic'), value: t(`topic.${shown.topic}`) },
          ...(shown.tag === null
            ? []
            : [{ label: t('filter.tag'), value: <TagLink tag={shown.tag} href={href} /> }]),
          { label: t('language'), value: languageName(language, shown.language) },
          { label: t('asked-on'), value: <DateText date={dayInUtc(shown.openedAt)} /> },
          { label: t('due'), value: shown.dueOn ? <DateText date={shown.dueOn} /> : '–' },
          { label: t('assignee'), value: assignee ? <bdi>{assignee}</bdi> : t('nobody') },
        ]}
      />
    </>
  );
}

/** What whoever opens the case must not miss. */
export function CaseNotices({
  language,
  href,
  record,
}: {
  language: Language;
  href: (path: string) => string;
  record: CaseRecord;
}) {
  const t = words(language);
  const { shown, known, mergedInto, messages } = record;
  const role = known?.role;
  return (
    <>
      {messages.some(({ warnings, direction }) => direction === 'in' && warnings.includes('bank-change')) && (
        <Notice tone="stopped" title={t('bank-warning-title')}>
          {t('bank-warning')}
        </Notice>
      )}
      {mergedInto && (
        <Notice>
          <p>
            {t('merged-into')}{' '}
            <a href={href(`/workspace/support/cases/${mergedInto.id}`)}>{mergedInto.reference}</a>
          </p>
        </Notice>
      )}
      {shown.outcome && shown.outcomeNote && (
        <Notice tone="done" title={t(`outcome.${shown.outcome}`)}>
          {shown.outcomeNote}
        </Notice>
      )}
      {shown.verifiedHow ? (
        <Notice tone="done">{t('verified', { how: shown.verifiedHow })}</Notice>
      ) : (
        <Notice tone="signal" title={t('not-verified')}>
          <p>{t('not-verified-why')}</p>
          {known && (
            <p>
              {role
                ? t('address-of-role', {
                    name: known.name,
                    role: explain(language, because(`people:role.${role}`)),
                  })
                : t('address-of', { name: known.name })}
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

/** Leads to all cases filed under the same. */
function TagLink({ tag, href }: { tag: string; href: (path: string) => string }) {
  return (
    <a href={href(`/workspace/support?stage=any&tag=${tag}`)}>
      <bdi>{tag}</bdi>
    </a>
  );
}
