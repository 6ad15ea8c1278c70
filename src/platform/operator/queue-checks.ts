import { sql } from 'kysely';
import { type DoctorCheck, ill, well } from './doctor-check.ts';

/** Whether the worker keeps up, and mail leaves. */
export const queueChecks: readonly DoctorCheck[] = [
  {
    name: 'worker',
    async run({ db }) {
      const { rows } = await sql<{
        late: number;
        given_up: number;
        task: string | null;
        error: string | null;
        last: Date | null;
      }>`
        select count(*) filter (where j.attempts < j.max_attempts and j.run_at < now() - interval '10 minutes')::int as late,
          count(*) filter (where j.attempts >= j.max_attempts)::int as given_up,
          max(t.identifier) filter (where j.last_error is not null) as task, max(j.last_error) as error,
          (select max(last_execution) from graphile_worker._private_known_crontabs) as last
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`.execute(
        db,
      );
      const [found] = rows;
      if (!found) return ill('the queue cannot be read');
      const { late, given_up: givenUp, task, error, last } = found;
      const because = error ? ` (${task}: ${error.split('\n')[0]})` : '';
      if (givenUp > 0) return ill(`${givenUp} jobs were given up after their last try${because}`);
      if (late > 0)
        return ill(`${late} jobs have waited for more than ten minutes${because}; is the worker running?`);
      return well(`nothing waits; last timed work ${last?.toISOString() ?? 'not yet'}`);
    },
  },
  {
    name: 'mail',
    async run({ db, config }) {
      const { rows } = await sql<{ waiting: number; stuck: number; error: string | null }>`
        select count(*)::int as waiting, count(*) filter (where created_at < now() - interval '1 hour')::int as stuck,
          max(last_error) as error
        from platform.mail where sent_at is null`.execute(db);
      const { waiting = 0, stuck = 0, error } = rows[0] ?? {};
      if (!config.mailUrl) return well(`${waiting} in the outbox; no MAIL_URL, so none leaves`);
      return stuck === 0
        ? well(`${waiting} in the outbox, none older than an hour`)
        : ill(`${stuck} have waited for more than an hour${error ? `: ${error.split('\n')[0]}` : ''}`);
    },
  },
];
