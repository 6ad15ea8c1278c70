import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DateText, InstantText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import { Tag } from '../../../../design/tag.tsx';
import { dayInUtc } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { languageName } from '../../../../platform/languages/format.ts';
import { words } from '../../messages/index.ts';
import type { HandOver } from '../../store/hand-overs.ts';
import type { LastMessage, PackCase } from '../../store/pack.ts';
import { stageTone } from '../stage-tone.ts';

interface PackProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly given: HandOver;
  readonly cases: readonly PackCase[];
  readonly last: readonly LastMessage[];
}

/** Prints clean: one block for each case, the soonest due first. */
export function HandOverPack({ language, href, given, cases, last }: PackProps) {
  const t = words(language);
  return (
    <>
      <Breadcrumb crumbs={[{ href: href('/workspace/support'), label: t('desk') }]} />
      <PageHead
        title={t('pack')}
        lead={t('pack-lead', { from: given.from, n: cases.length })}
        facts={[
          { label: t('done-by'), value: <bdi>{given.by}</bdi> },
          { label: t('received-at'), value: <InstantText at={given.at} /> },
          { label: t('reason'), value: <bdi>{given.reason}</bdi> },
        ]}
      />
      {cases.map((one) => (
        <PackBlock
          key={one.id}
          {...{ language, href, one }}
          to={given.cases.find(({ caseId }) => caseId === one.id)?.to}
          last={last.filter(({ caseId }) => caseId === one.id)}
        />
      ))}
    </>
  );
}

interface BlockProps {
  readonly language: Language;
  readonly href: (path: string) => string;
  readonly one: PackCase;
  readonly to: string | undefined;
  readonly last: readonly LastMessage[];
}

function PackBlock({ language, href, one, to, last }: BlockProps) {
  const t = words(language);
  return (
    <section>
      <h2>
        <a href={href(`/workspace/support/cases/${one.id}`)}>
          <bdi>{one.reference}</bdi> <bdi>{one.subject}</bdi>
        </a>{' '}
        <Tag tone={stageTone(one.stage)}>{t(`stage.${one.stage}`)}</Tag>
      </h2>
      <FactList
        facts={[
          { label: t('now-with'), value: <bdi>{to ?? t('nobody')}</bdi> },
          { label: t('city'), value: <bdi>{one.cityName ?? t('city-unknown')}</bdi> },
          { label: t('asked-by'), value: <bdi>{`${one.requesterName} <${one.requesterEmail}>`}</bdi> },
          { label: t('language'), value: languageName(language, one.language) },
          { label: t('due'), value: one.dueOn ? <DateText date={one.dueOn} /> : '–' },
          { label: t('asked-on'), value: <DateText date={dayInUtc(one.openedAt)} /> },
          { label: t('open-requests'), value: String(one.openRequests) },
        ]}
      />
      {last
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ direction, from, at, body }) => (
          <blockquote key={direction} dir="auto">
            <p class="quiet">
              {t(direction === 'in' ? 'last-from-city' : 'last-from-desk')}: <bdi>{from}</bdi>,{' '}
              <InstantText at={at} />
            </p>
            <p>{body}</p>
          </blockquote>
        ))}
      {one.notes.length > 0 && (
        <ul aria-label={t('notes')}>
          {one.notes.map(({ by, body }, index) => (
            <li key={index}>
              <bdi>{by}</bdi>: <span dir="auto">{body}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
