import type { CalendarDate } from '../kernel/calendar-date.ts';
import { DateText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';

export interface Stage {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'current' | 'ahead' | 'skipped';
  /** Who has it now, or had it. */
  readonly who?: string | undefined;
  readonly since?: CalendarDate | undefined;
}

/** Where it is, who has it and since when. The list is short and in the order of the process. */
export function StageLine({ stages }: { stages: readonly Stage[] }) {
  const t = useKitWords();
  return (
    <ol class="stages">
      {stages.map((stage) => (
        <li key={stage.key} class={stage.state} aria-current={stage.state === 'current' ? 'step' : undefined}>
          <p class="stage-name">{stage.label}</p>
          <p class="quiet">
            {t(`stage-${stage.state}`)}
            {stage.who && t('comma') + t('with', { who: stage.who })}
            {stage.since && (
              <>
                {' '}
                {t('since')} <DateText date={stage.since} />
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
