import { Breadcrumb } from '../../../../design/breadcrumb.tsx';
import { DateText } from '../../../../design/date-text.tsx';
import { FactList } from '../../../../design/fact-list.tsx';
import { PageHead } from '../../../../design/page-head.tsx';
import type { RecordedAct } from '../../../../platform/audit/act.ts';
import type { FormState } from '../../../../platform/forms/form.ts';
import type { Visit } from '../../../../platform/http/route.ts';
import { words } from '../../messages/index.ts';
import type { ClaimPage as Shown } from '../../store/claim-page.ts';
import { EvidenceDetails, EvidenceTitle } from '../public/entry-evidence.tsx';
import { partial, sayCapacity, sayMeasure } from '../say.ts';
import { ClaimActs, type RefusedAct } from './claim-acts.tsx';
import { ClaimTrail } from './claim-trail.tsx';
import { StageTag } from './claims-table.tsx';

export interface ClaimPageProps {
  readonly visit: Visit;
  readonly page: Shown;
  readonly acts: readonly RecordedAct[];
  /** The state of the form of an act. */
  readonly form: (act: string) => FormState;
  readonly refused: RefusedAct | undefined;
}

/** A claim as the secretariat works on it: what it says, on what, what may be done, and its whole trail. */
export function ClaimPage({ visit, page, acts, form, refused }: ClaimPageProps) {
  const { language } = visit;
  const t = words(language);
  const { entry } = page;
  const open = page.changes.find(({ id }) => id === page.openChange?.id);
  return (
    <>
      <Breadcrumb crumbs={[{ href: visit.href('/workspace/impact'), label: t('ledger') }]} />
      <PageHead
        kind={t(`kind.${entry.kind}`)}
        title={<bdi>{entry.subjectName}</bdi>}
        lead={<bdi>{entry.statement}</bdi>}
        stage={<StageTag row={{ entry, openChange: open?.kind ?? null }} language={language} />}
      />
      <Facts page={page} visit={visit} />
      <section>
        <h2>{t('evidence')}</h2>
        <ul class="evidence">
          {entry.evidence.map((piece) => (
            <li key={`${piece.title} ${piece.address}`}>
              <p class="evidence-title">
                <EvidenceTitle piece={piece} />
              </p>
              <EvidenceDetails piece={piece} />
            </li>
          ))}
        </ul>
      </section>
      <ClaimActs {...{ visit, page, form, open, refused }} />
      <ClaimTrail {...{ visit, page, acts }} />
    </>
  );
}

function Facts({ page, visit }: Pick<ClaimPageProps, 'page' | 'visit'>) {
  const { language } = visit;
  const t = words(language);
  const { entry } = page;
  const measure = sayMeasure(language, entry);
  const isPublic = page.visibility === 'public' && entry.leafIndex !== null;
  return (
    <FactList
      stacked
      facts={[
        { label: t('date'), value: <DateText date={partial(entry.day, entry.precision)} /> },
        ...(measure ? [{ label: t('amount-or-count'), value: measure }] : []),
        { label: t('objective'), value: t(`objective.${entry.objective}`) },
        { label: t('visibility'), value: t(`visibility.${page.visibility}`) },
        { label: t('origin'), value: t(`origin.${entry.origin}`) },
        { label: t('proposed-as'), value: sayCapacity(language, page.proposedAs) },
        ...(page.record
          ? [{ label: t('record'), value: <bdi>{`${page.record.kind} ${page.record.id}`}</bdi> }]
          : []),
        ...(isPublic
          ? [
              {
                label: t('public-page'),
                value: <a href={visit.href(`/impact/entries/${entry.id}`)}>{t('see-public-page')}</a>,
              },
            ]
          : []),
      ]}
    />
  );
}
