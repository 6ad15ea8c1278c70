import type pg from 'pg';
import { copyIn } from './copying.ts';

/** Jobs that wait, told in the queue's public terms, so that another version of the queue can take them. */
export const waitingJobs = `(select t.identifier as task, j.payload, q.queue_name as queue, j.run_at, j.max_attempts, j.key as job_key, j.priority,
    array(select jsonb_object_keys(j.flags)) as flags
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id)`;

/** Queues them again. Tries are counted anew: what failed because the mail server was away deserves it. */
export async function queueAgain(client: pg.Client, file: string): Promise<number> {
  await client.query(`create temporary table waiting_job (place bigint generated always as identity, task text, payload json, queue text,
    run_at timestamptz, max_attempts integer, job_key text, priority integer, flags text[]) on commit drop`);
  const rows = await copyIn(
    client,
    'waiting_job (task, payload, queue, run_at, max_attempts, job_key, priority, flags)',
    file,
  );
  await client.query('delete from graphile_worker._private_jobs');
  await client.query(`select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key, priority, nullif(flags, '{}'))
    from (select * from waiting_job order by place) as waiting`);
  return rows;
}
