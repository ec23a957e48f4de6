-- The API adds jobs without being able to read them: graphile-worker's add_job refuses other roles, so the worker lends
-- it one narrow door. Run after graphile-worker's own migrations; safe to run again.
create schema if not exists medspil_jobs;
grant usage on schema medspil_jobs to medspil_app, medspil_worker;
grant usage on schema graphile_worker to medspil_worker;
create or replace function medspil_jobs.add(task text, job jsonb, once_key text, run_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, graphile_worker as $$
  -- What moves a place or money goes before what only tells of it: in an opening minute thousands of messages wait.
  select graphile_worker.add_job(task, job::json, job_key => once_key, run_at => run_at, max_attempts => 12,
    priority => case when task like 'tell-%' or task in ('ask-forening', 'send-letter') then 10 else 0 end)
$$;
alter function medspil_jobs.add(text, jsonb, text, timestamptz) owner to medspil_worker;
revoke execute on function medspil_jobs.add(text, jsonb, text, timestamptz) from public;
grant execute on function medspil_jobs.add(text, jsonb, text, timestamptz) to medspil_app, medspil_worker;
-- Workers say here that they live; who is silent for 30 s loses its jobs to the others (promises.md 10).
create table if not exists medspil_jobs.heartbeat (worker_id text primary key, seen_at timestamptz not null);
grant select, insert, update, delete on medspil_jobs.heartbeat to medspil_worker;
