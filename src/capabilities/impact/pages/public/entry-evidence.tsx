import { DateText } from '../../../../design/date-text.tsx';
import { Tag } from '../../../../design/tag.tsx';
import type { Language } from '../../../../kernel/language.ts';
import { words } from '../../messages/index.ts';
import type { EvidenceView } from '../../rules/entry-view.ts';
import type { EntryPage } from '../../store/entry-page.ts';
import { partial } from '../say.ts';

/** What the entry stands on; each piece is as verified as the claim or the change that brought it. */
export function EntryEvidence({ page, language }: { page: EntryPage; language: Language }) {
  const t = words(language);
  return (
    <section>
      <h2>{t('evidence')}</h2>
      <ul class="evidence">
        {page.entry.evidence.map((piece) => (
          <li key={`${piece.title} ${piece.address}`}>
            <p class="evidence-title">
              <EvidenceTitle piece={piece} />{' '}
              <Tag tone={isVerified(page, piece) ? 'done' : 'waiting'}>
                {t(isVerified(page, piece) ? 'stage.verified' : 'stage.imported')}
              </Tag>
            </p>
            <EvidenceDetails piece={piece} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isVerified({ outcome, changes }: EntryPage, piece: EvidenceView): boolean {
  return piece.changeId !== null || outcome === 'verified' || changes.length > 0;
}

export function EvidenceTitle({ piece }: { piece: Pick<EvidenceView, 'title' | 'address'> }) {
  const title = <bdi>{piece.title}</bdi>;
  return piece.address ? <a href={piece.address}>{title}</a> : title;
}

export function EvidenceDetails({ piece }: { piece: Omit<EvidenceView, 'changeId' | 'title'> }) {
  return (
    <p class="quiet">
      {piece.source && <bdi>{piece.source}</bdi>}
      {piece.day && piece.precision && (
        <>
          {' · '}
          <DateText date={partial(piece.day, piece.precision)} />
        </>
      )}
      {piece.fileSha256 && (
        <>
          {' · '}
          <code dir="ltr">SHA-256 {piece.fileSha256}</code>
        </>
      )}
    </p>
  );
}
