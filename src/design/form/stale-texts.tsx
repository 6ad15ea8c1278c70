import { Difference } from '../difference.tsx';
import { useKitWords } from '../language-context.ts';
import type { Answers } from './form-context.ts';

interface StaleTextsProps {
  /** What the record says now, by field. */
  readonly current: Answers;
  readonly answers: Answers;
  /** The fields' labels, in the order to show. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Somebody else changed the record meanwhile: each answer that differs, beside what is saved. Stands above the fields. */
export function StaleTexts({ current, answers, labels }: StaleTextsProps) {
  const t = useKitWords();
  const differing = Object.entries(labels).filter(
    ([field]) => (current[field] ?? '') !== (answers[field] ?? current[field] ?? ''),
  );
  return (
    <>
      {differing.map(([field, label]) => (
        <section key={field} class="stale">
          <h2>{label}</h2>
          <Difference
            before={current[field] ?? ''}
            after={answers[field] ?? ''}
            beforeLabel={t('saved-now')}
            afterLabel={t('you-wrote')}
          />
        </section>
      ))}
    </>
  );
}
