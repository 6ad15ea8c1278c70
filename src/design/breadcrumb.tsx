import { useKitWords } from './language-context.ts';

interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The way up. The page itself stands in its head, so it is not repeated here. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useKitWords();
  return (
    <nav class="breadcrumb" aria-label={t('breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>
              <bdi>{crumb.label}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
