import type { Language } from '../../../kernel/language.ts';
import { words } from '../messages/index.ts';
import type { Proposal } from '../rules/tracing/trace.ts';

/** The one sentence a proposal explains itself with, in the reader's language. */
export function why(proposal: Proposal, language: Language): string {
  const t = words(language);
  const { paragraph, degree, strength, novelty } = proposal;
  const share = Math.round(proposal.share * 100);
  const core =
    degree === 'verbatim'
      ? t('core-verbatim', { paragraph, quote: proposal.quote ?? '' })
      : t(degree === 'adapted' ? 'core-adapted' : 'core-partly', {
          paragraph,
          share,
          matched: matched(proposal),
        });
  const parts = [core];
  if (degree !== 'verbatim' && proposal.missing.length > 0)
    parts.push(t('missing', { missing: proposal.missing.join(', ') }));
  parts.push(t(`force-${strength.rung}`));
  if (strength.hedges[0]) parts.push(t('hedge', { hedge: strength.hedges[0] }));
  if (proposal.outcome === 'opposed') parts.push(t('negated'));
  if (novelty?.agreedIn) parts.push(t('agreed', novelty.agreedIn));
  else if (novelty) parts.push(t('new'));
  return `${parts.join('')}.`;
}

/** The longest matched pieces, as the paragraph words them; at most four. */
function matched(proposal: Proposal): string {
  const pieces = [...new Set(proposal.spans.map((span) => span.paragraph.text.replace(/\s+/g, ' ')))];
  const longest = new Set(pieces.toSorted((a, b) => b.length - a.length).slice(0, 4));
  return pieces
    .filter((piece) => longest.has(piece))
    .map((piece) => `“${piece}”`)
    .join(', ');
}
