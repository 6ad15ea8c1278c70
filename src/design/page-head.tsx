import type { ComponentChildren } from 'preact';
import { FactList, type Fact } from './fact-list.tsx';
import { useKitWords } from './language-context.ts';

interface PageHeadProps {
  readonly title: ComponentChildren;
  /** What kind of thing the page shows, above its name: "City", "Award". */
  readonly kind?: string | undefined;
  /** One or two sentences: what this is. */
  readonly lead?: ComponentChildren;
  /** A <Tag> saying where it stands. */
  readonly stage?: ComponentChildren;
  /** Whose it is, since when, its reference… */
  readonly facts?: readonly Fact[] | undefined;
  /** The one thing to do next. */
  readonly next?: ComponentChildren;
}

/** What this is, whose it is, where it stands and what comes next. Holds the page's only h1. */
export function PageHead({ title, kind, lead, stage, facts, next }: PageHeadProps) {
  const t = useKitWords();
  return (
    <header class="page-head">
      {kind && <p class="kind">{kind}</p>}
      <h1>{title}</h1>
      {stage && <p class="page-stage">{stage}</p>}
      {lead && <p class="lead">{lead}</p>}
      {facts && facts.length > 0 && <FactList facts={facts} />}
      {next && (
        <div class="next-step" role="group" aria-label={t('next-step')}>
          {next}
        </div>
      )}
    </header>
  );
}
