import type { ComponentChildren } from 'preact';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { DateText } from './date-text.tsx';
import { useKitWords } from './language-context.ts';
import { Tag } from './tag.tsx';

export interface DueTask {
  readonly key: string;
  /** A verb and a thing: "Answer Example city's question". */
  readonly title: string;
  readonly href: string;
  readonly due?: CalendarDate | undefined;
  /** Of what, from whom. */
  readonly about?: ComponentChildren;
}

interface TasksDueProps {
  readonly tasks: readonly DueTask[];
  readonly today: CalendarDate;
  /** What to say and do when nothing waits: an <EmptyState>. */
  readonly empty?: ComponentChildren;
}

/** What waits for the reader, in the order given; late and soon are said in words. */
export function TasksDue({ tasks, today, empty }: TasksDueProps) {
  const t = useKitWords();
  if (tasks.length === 0) return <>{empty ?? <p class="quiet">{t('nothing-due')}</p>}</>;
  const soon = addDays(today, 3);
  return (
    <ul class="tasks">
      {tasks.map((task) => (
        <li key={task.key}>
          <div>
            <a href={task.href}>{task.title}</a>
            {task.about && <p class="quiet">{task.about}</p>}
          </div>
          {task.due && (
            <p class="task-due">
              {task.due < today ? (
                <Tag tone="stopped">{t('overdue')}</Tag>
              ) : task.due <= soon ? (
                <Tag tone="signal">{t('due-soon')}</Tag>
              ) : (
                <span class="quiet">{t('due')}</span>
              )}{' '}
              <DateText date={task.due} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
