import { useKitWords } from './language-context.ts';

interface PaginationProps {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** "51 to 100 of 4,321". */
  readonly position?: string | undefined;
}

/** Back and forth through a long list; nothing when it all fits. */
export function Pagination({ previousHref, nextHref, position }: PaginationProps) {
  const t = useKitWords();
  if (!previousHref && !nextHref) return null;
  return (
    <nav class="pagination" aria-label={t('pages')}>
      {previousHref && (
        <a href={previousHref} rel="prev">
          {t('previous')}
        </a>
      )}
      {position && <span class="quiet">{position}</span>}
      {nextHref && (
        <a href={nextHref} rel="next">
          {t('next')}
        </a>
      )}
    </nav>
  );
}
