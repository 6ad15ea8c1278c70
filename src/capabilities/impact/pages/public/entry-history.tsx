import { Timeline, type TimelineEntry } from '../../../../design/timeline.tsx';
import { calendarDate } from '../../../../kernel/calendar-date.ts';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { EntryPage } from '../../store/entry-page.ts';
import { sayCapacity, sayMeasure } from '../say.ts';

/** Who proposed and who verified, by their role and never by name; what was first said; each correction. */
export function EntryHistory({ page, language }: { page: EntryPage; language: Language }) {
  const t = words(language);
  const day = (instant: string) => calendarDate(instant.slice(0, 10));
  const { changes, first, entry } = page;
  const corrected = changes.some(({ kind }) => kind === 'correction');
  const entries: TimelineEntry[] = [
    ...changes.toReversed().map((change) => ({
      key: change.id,
      date: day(change.decidedAt),
      title: t(`done.${change.kind}`, {
        proposer: sayCapacity(language, change.proposedAs),
        verifier: sayCapacity(language, change.decidedAs),
      }),
      children: <p>{change.reason}</p>,
      source: { href: `/log/proof/${change.leafIndex}`, label: t('leaf-n', { n: change.leafIndex }) },
    })),
    {
      key: 'decided',
      date: day(page.decidedAt),
      title:
        page.outcome === 'imported'
          ? t('done.imported')
          : t('done.verified', { verifier: sayCapacity(language, page.decidedAs) }),
      ...(entry.leafIndex === null
        ? {}
        : { source: { href: `/log/proof/${entry.leafIndex}`, label: t('leaf-n', { n: entry.leafIndex }) } }),
    },
    ...(page.outcome === 'imported'
      ? []
      : [
          {
            key: 'proposed',
            date: day(page.proposedAt),
            title: t('done.proposed', { proposer: sayCapacity(language, page.proposedAs) }),
          },
        ]),
  ];
  return (
    <section>
      <h2>{t('history')}</h2>
      <Timeline entries={entries} />
      {corrected && (
        <p>
          {t('first-said')} <strong>{sayMeasure(language, first)}</strong> <bdi>{first.statement}</bdi>
        </p>
      )}
    </section>
  );
}
