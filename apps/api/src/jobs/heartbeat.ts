import type pg from 'pg'

/** How often a worker says that it lives, and after which silence its jobs are given to others. */
export const heartbeatMs = 5000
export const silenceSeconds = 30

/** Says that these workers live. On the database's clock: it is the only one all machines share. */
export async function beat(pool: pg.Pool, workerIds: readonly string[]): Promise<void> {
  await pool.query(`insert into medspil_jobs.heartbeat (worker_id, seen_at) select unnest($1::text[]), now()
    on conflict (worker_id) do update set seen_at = excluded.seen_at`, [workerIds])
}

/**
 * Gives the jobs of silent workers free, which a killed process would otherwise keep for four hours.
 * @returns the ids of the workers found dead
 */
export async function sweepSilent(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`select distinct locked_by as id from graphile_worker._private_jobs j
    where locked_by is not null and locked_at < now() - make_interval(secs => $1)
      and not exists (select from medspil_jobs.heartbeat h where h.worker_id = j.locked_by and h.seen_at > now() - make_interval(secs => $1))`, [silenceSeconds])
  const dead = rows.map(({ id }) => id)
  if (dead.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  await pool.query('delete from medspil_jobs.heartbeat where seen_at < now() - interval \'1 day\'')
  return dead
}
