-- DropIndex
DROP INDEX "signup_kommune_id_group_id_idx";
-- Most sign-ups stand alone: only those of a group are looked up by it.
create index signup_by_group on signup (kommune_id, group_id) where group_id is not null;

-- Each key that is checked costs the opening minute as much as writing an index. What another check says already is not
-- asked twice: the kommune of a sign-up is that of its activity, and count_places holds its programme against the activity's.
-- A log, an answer or a job names no row but its kommune, which its policy holds against the asker's and nobody may delete.
alter table signup drop constraint signup_kommune_fkey, drop constraint signup_program_id_fkey;
alter table audit_event drop constraint audit_event_kommune_fkey;
alter table once drop constraint once_kommune_fkey;
alter table outbox_job drop constraint outbox_job_kommune_fkey;

drop function medspil.may_reach(text[], text[], uuid[]);
grant create on schema medspil to medspil_counter;
set role medspil_counter;
-- The children that each of many actors stands in a relation to, today: the one rule, asked for one by `my_children` and for a
-- batch of families by `may_reach`. `n` counts the actors from 1. Row by row (`offset 0`), since a plan made for many would
-- read a whole kommune for one. A parent without custody has none (forældreansvarsloven § 23), and from the 18th birthday the
-- young person is the only party.
create function medspil.children_of(kinds text[], actors text[]) returns table (n bigint, child_id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  with actor as materialized (select x.n, x.kind, nullif(x.id, '')::uuid as id from unnest(kinds, actors) with ordinality x(kind, id, n))
  select a.n, a.id from actor a where a.kind = 'family'
  union
  select a.n, r.child_id from actor a cross join lateral (
      select q.child_id, q.kommune_id, q.lives_with from public.relation q where a.kind = 'family' and q.kommune_id = medspil.kommune() and q.adult_id = a.id
        and q.kind in ('custody', 'foster') and q.from_day <= medspil.today() and (q.to_day is null or q.to_day >= medspil.today()) offset 0) r
    cross join lateral (select p.birth_day from public.person p where p.kommune_id = r.kommune_id and p.id = r.child_id offset 0) c
    where c.birth_day > medspil.today() - interval '18 years' and (r.lives_with or not medspil.is_sheltered(r.child_id))
  union
  select a.n, c.child_id from actor a cross join lateral (
      select w.child_id from public.child_access w join public.staff s on s.kommune_id = w.kommune_id and s.id = a.id
      where a.kind not in ('family', 'fritidsguide') and w.kommune_id = medspil.kommune() and s.active and s.role = a.kind and w.ended_at is null
        and (w.staff_id = s.id or (w.staff_id is null and w.role = s.role)) offset 0) c
  union
  select a.n, m.child_id from actor a cross join lateral (
      select g.child_id from public.guide_match g where a.kind = 'fritidsguide' and g.kommune_id = medspil.kommune() and g.guide_id = a.id
        and g.state in ('proposed', 'accepted-by-guide', 'accepted-by-child', 'active', 'fading') offset 0) m
$$;
create or replace function medspil.my_children() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select c.child_id from medspil.children_of(array[medspil.actor_kind()], array[medspil.actor_id()::text]) c
$$;
create or replace function medspil.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from new_rows n join public.offer o on o.kommune_id = n.kommune_id and o.id = n.offer_id where n.program_id is distinct from o.program_id) then
      raise exception 'a sign-up stands in the programme of its activity' using errcode = 'foreign_key_violation';
    end if;
    update public.offer o set taken = o.taken + d.n, reserved_taken = o.reserved_taken + d.r, waiting = o.waiting + d.w, waiting_last = greatest(o.waiting_last, d.last)
      from (select kommune_id, offer_id, count(*) filter (where place)::int as n, count(*) filter (where place and reserved)::int as r, count(*) filter (where state = 'waiting')::int as w,
              coalesce(max(waiting_number), 0) as last from new_rows group by 1, 2) d
      where o.kommune_id = d.kommune_id and o.id = d.offer_id;
  else
    update public.offer o set taken = o.taken + d.n, reserved_taken = o.reserved_taken + d.r, waiting = o.waiting + d.w, waiting_last = greatest(o.waiting_last, d.last)
      from (select n.kommune_id, n.offer_id, (sum(n.place::int) - sum(p.place::int))::int as n,
              (sum((n.place and n.reserved)::int) - sum((p.place and p.reserved)::int))::int as r,
              (sum((n.state = 'waiting')::int) - sum((p.state = 'waiting')::int))::int as w, coalesce(max(n.waiting_number), 0) as last
              from new_rows n join old_rows p on p.kommune_id = n.kommune_id and p.id = n.id group by 1, 2
              having sum(n.place::int) <> sum(p.place::int) or sum((n.place and n.reserved)::int) <> sum((p.place and p.reserved)::int)
                or sum((n.state = 'waiting')::int) <> sum((p.state = 'waiting')::int) or max(n.waiting_number) is distinct from max(p.waiting_number)) d
      where o.kommune_id = d.kommune_id and o.id = d.offer_id;
  end if;
  return null;
end $$;
-- Whether each actor stands in a relation to its child today: many families' question in one round trip. It says no more than
-- its caller could ask one by one.
create function medspil.may_reach(kinds text[], actors text[], children uuid[]) returns boolean[] language sql stable security definer set search_path = pg_catalog, public as $$
  with reached as materialized (select c.n, c.child_id from medspil.children_of(kinds, actors) c)
  select coalesce(array_agg((x.n, x.child) in (select r.n, r.child_id from reached r) order by x.n), '{}') from unnest(children) with ordinality x(child, n)
$$;
revoke execute on function medspil.children_of(text[], text[]), medspil.may_reach(text[], text[], uuid[]) from public;
grant execute on function medspil.may_reach(text[], text[], uuid[]) to medspil_app, medspil_worker;
reset role;
revoke create on schema medspil from medspil_counter;
