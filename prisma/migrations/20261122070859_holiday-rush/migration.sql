-- AlterTable
ALTER TABLE "attendance_mark" ADD COLUMN     "time_from" TEXT;

-- AlterTable
ALTER TABLE "holiday_program" ADD COLUMN     "answer_by" DATE,
ADD COLUMN     "care_erased_days" INTEGER NOT NULL DEFAULT 14,
ADD COLUMN     "care_opens_days" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "copied_from_id" UUID,
ADD COLUMN     "group_too_large" TEXT NOT NULL DEFAULT 'pass-over',
ADD COLUMN     "invited_at" TIMESTAMPTZ(3),
ADD COLUMN     "loser_numbers" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "most_wishes" INTEGER NOT NULL DEFAULT 8,
ADD COLUMN     "no_show_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "public_chance" TEXT,
ADD COLUMN     "pay_hours" INTEGER NOT NULL DEFAULT 72,
ADD COLUMN     "refund_rule" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "seat_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "stages" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "travel_minutes" JSONB NOT NULL DEFAULT '{"samePlace":0,"sameArea":15,"otherArea":30}',
ADD COLUMN     "way" TEXT NOT NULL DEFAULT 'opening-minute',
ADD COLUMN     "wishes_close_at" TIMESTAMPTZ(3),
ADD COLUMN     "wishes_open_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "offer" ADD COLUMN     "accessibility" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "copied_from_id" UUID,
ADD COLUMN     "equipment" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "minimum" INTEGER,
ADD COLUMN     "minimum_decided_on" DATE,
ADD COLUMN     "reserved" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reserved_taken" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reserved_until" DATE,
ADD COLUMN     "waiting" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "signup" ADD COLUMN     "drawn" JSONB,
ADD COLUMN     "extended" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "group_id" UUID,
ADD COLUMN     "held_until" TIMESTAMPTZ(3),
ADD COLUMN     "reserved" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wish_rank" INTEGER;

-- CreateTable
CREATE TABLE "school_holiday" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year" TEXT NOT NULL,
    "holiday" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,

    CONSTRAINT "school_holiday_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "draw" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "committed_at" TIMESTAMPTZ(3) NOT NULL,
    "seed" TEXT,
    "record" TEXT,
    "result" TEXT,
    "drawn_by" UUID,
    "drawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "draw_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "care_note" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signup_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "allergies" BYTEA,
    "medicine" BYTEA,
    "fetched_by" BYTEA,
    "emergency_phone" BYTEA,
    "photo_consent" BOOLEAN NOT NULL,
    "written_by" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "care_note_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "absence_notice" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signup_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "written_by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "taken_back" TIMESTAMPTZ(3),

    CONSTRAINT "absence_notice_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "payment" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payer_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "send_key" TEXT NOT NULL,
    "session_id" TEXT,
    "session_url" TEXT,
    "intent_id" TEXT,
    "charge_id" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "dispute" TEXT,
    "dispute_amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "payment_line" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "signup_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "open" BOOLEAN NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "payment_line_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "refund" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "line_id" UUID,
    "signup_id" UUID,
    "child_id" UUID,
    "amount" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "send_key" TEXT NOT NULL,
    "stripe_id" TEXT,
    "asked_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "failed_why" TEXT,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "school_holiday_kommune_id_school_year_holiday_key" ON "school_holiday"("kommune_id", "school_year", "holiday");

-- CreateIndex
CREATE UNIQUE INDEX "draw_kommune_id_program_id_key" ON "draw"("kommune_id", "program_id");

-- CreateIndex
CREATE UNIQUE INDEX "care_note_kommune_id_signup_id_key" ON "care_note"("kommune_id", "signup_id");

-- CreateIndex
CREATE UNIQUE INDEX "absence_notice_kommune_id_signup_id_day_key" ON "absence_notice"("kommune_id", "signup_id", "day");

-- CreateIndex
CREATE INDEX "payment_kommune_id_session_id_idx" ON "payment"("kommune_id", "session_id");

-- CreateIndex
CREATE INDEX "payment_kommune_id_state_idx" ON "payment"("kommune_id", "state");

-- CreateIndex
CREATE INDEX "payment_line_kommune_id_signup_id_idx" ON "payment_line"("kommune_id", "signup_id");

-- CreateIndex
CREATE INDEX "refund_kommune_id_payment_id_idx" ON "refund"("kommune_id", "payment_id");

-- CreateIndex
CREATE INDEX "refund_kommune_id_state_idx" ON "refund"("kommune_id", "state");

-- CreateIndex
CREATE INDEX "signup_kommune_id_program_id_state_idx" ON "signup"("kommune_id", "program_id", "state");

-- CreateIndex
CREATE INDEX "signup_kommune_id_group_id_idx" ON "signup"("kommune_id", "group_id");

-- AddForeignKey
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_kommune_id_payment_id_fkey" FOREIGN KEY ("kommune_id", "payment_id") REFERENCES "payment"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- By hand from here -------------------------------------------------------------------------------------------------
-- One limit for the whole time becomes one stage.
update offer o set waiting = (select count(*) from signup s where s.kommune_id = o.kommune_id and s.offer_id = o.id and s.state = 'waiting');
update holiday_program set stages = jsonb_build_array(jsonb_build_object('from', to_char(opens_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'places', max_per_child, 'waiting', null));
alter table holiday_program alter column stages drop default, drop column max_per_child;

do $$
declare r record;
begin
  for r in select * from (values
    ('holiday_program','copied_from_id','holiday_program'), ('offer','copied_from_id','offer'),
    ('draw','program_id','holiday_program'), ('draw','drawn_by','staff'),
    ('care_note','signup_id','signup'), ('care_note','child_id','person'), ('care_note','written_by','person'),
    ('absence_notice','signup_id','signup'), ('absence_notice','child_id','person'), ('absence_notice','written_by','person'),
    ('payment','payer_id','person'), ('payment','program_id','holiday_program'),
    ('payment_line','signup_id','signup'), ('payment_line','child_id','person'),
    ('refund','payment_id','payment'), ('refund','line_id','payment_line'), ('refund','signup_id','signup'), ('refund','child_id','person')
  ) as f(tab, col, target) loop
    execute format('alter table %I add constraint %I foreign key (kommune_id, %I) references %I (kommune_id, id) on delete restrict on update restrict',
      r.tab, r.tab || '_' || r.col || '_fkey', r.col, r.target);
  end loop;
  for r in select unnest(array['school_holiday', 'draw', 'care_note', 'absence_notice', 'payment', 'payment_line', 'refund']) as tab loop
    execute format('alter table %I add constraint %I foreign key (kommune_id) references kommune (id) on delete restrict on update restrict', r.tab, r.tab || '_kommune_fkey');
  end loop;
end $$;

alter table holiday_program add constraint holiday_program_way check (way in ('opening-minute', 'draw')),
  add constraint holiday_program_group check (group_too_large in ('line-waits', 'pass-over')),
  add constraint holiday_program_days check (from_day <= to_day and opens_at < closes_at),
  add constraint holiday_program_wishes check ((way = 'draw') = (wishes_open_at is not null and wishes_close_at is not null) and (wishes_close_at is null or (wishes_open_at < wishes_close_at and wishes_close_at <= opens_at))),
  add constraint holiday_program_numbers check (most_wishes between 1 and 50 and loser_numbers between 0 and 5 and seat_minutes between 30 and 1440 and pay_hours between 1 and 720
    and offer_hours between 1 and 720 and care_opens_days between 0 and 60 and care_erased_days between 0 and 365);
alter table school_holiday add constraint school_holiday_kind check (holiday in ('summer', 'autumn', 'christmas', 'winter', 'easter')), add constraint school_holiday_days check (from_day <= to_day);
-- Places kept for supported children and the others are two shares of one capacity, and neither may be filled from the other.
alter table offer add constraint offer_waiting check (waiting >= 0), add constraint offer_reserved check (reserved between 0 and capacity and reserved_taken between 0 and reserved and taken - reserved_taken between 0 and capacity - reserved),
  add constraint offer_minimum check (minimum is null or (minimum between 1 and capacity and minimum_decided_on is not null));
alter table signup add constraint signup_reserved_is_holiday check (not reserved or program_id is not null);
alter table draw add constraint draw_held_whole check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (record is null) and (drawn_at is null) = (result is null));
alter table payment add constraint payment_state check (state in ('open', 'processing', 'paid', 'expired', 'failed')), add constraint payment_amount check (amount > 0),
  add constraint payment_dispute check (dispute is null or dispute in ('open', 'won', 'lost'));
alter table payment_line add constraint payment_line_amount check (amount > 0 and refunded between 0 and amount),
  add constraint payment_line_outcome check (outcome is null or outcome in ('placed', 'given-back'));
alter table refund add constraint refund_state check (state in ('due', 'sent', 'settled', 'failed', 'unknown')), add constraint refund_amount check (amount > 0);
-- The seat belt of promise 6: a sign-up has at most one Checkout that can still be paid.
create unique index payment_line_one_open on payment_line (kommune_id, signup_id) where open;
create unique index payment_session on payment (kommune_id, session_id) where session_id is not null;
-- A refund from the dashboard of a payment for several children is one row a line.
create unique index refund_stripe on refund (kommune_id, stripe_id, line_id) where stripe_id is not null;

-- Care notes that the adults of one activity may read today: a forening's own, in the days the kommune sets.
create function medspil.my_care_signups() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id from public.signup s join public.offer o on o.kommune_id = s.kommune_id and o.id = s.offer_id
    join public.holiday_program h on h.kommune_id = s.kommune_id and h.id = s.program_id
    where medspil.actor_kind() = 'forening' and s.kommune_id = medspil.kommune() and o.forening_id = medspil.actor_id() and s.state in ('confirmed', 'requested', 'started')
      and medspil.today() between o.season_from - h.care_opens_days and o.season_to
$$;

create table medspil.access_rule (tab text primary key, reads text not null, adds text not null, changes text not null);
insert into medspil.access_rule values
  ('school_holiday', 'true', 'kind in (''job'',''administrator'')', 'kind in (''job'',''administrator'')'),
  ('draw', 'true', 'kind in (''job'',''administrator'',''fritidsvejleder'')', 'kind in (''job'',''administrator'',''fritidsvejleder'')'),
  ('care_note', 'kind = ''job'' or (kind = ''family'' and mine) or signup_id in (select medspil.my_care_signups())', 'kind = ''job'' or (kind = ''family'' and mine)', 'kind = ''job'' or (kind = ''family'' and mine)'),
  ('absence_notice', 'kind = ''job'' or (kind in (''family'',''fritidsvejleder'') and mine) or signup_id in (select s.id from signup s where s.offer_id in (select medspil.my_offers()))', 'kind = ''job'' or (kind = ''family'' and mine)', 'kind = ''job'' or (kind = ''family'' and mine)'),
  ('payment', 'kind in (''job'',''signup-batch'',''payer'',''leader'') or (kind = ''family'' and payer_id = medspil.actor_id())', 'kind in (''job'',''signup-batch'') or (kind = ''family'' and payer_id = medspil.actor_id())', 'kind in (''job'',''signup-batch'') or (kind = ''family'' and payer_id = medspil.actor_id())'),
  ('payment_line', 'kind in (''job'',''signup-batch'') or payment_id in (select p.id from payment p)', 'kind in (''job'',''signup-batch'') or (kind = ''family'' and mine and payment_id in (select p.id from payment p))', 'kind in (''job'',''signup-batch'') or (kind = ''family'' and payment_id in (select p.id from payment p))'),
  ('refund', 'kind in (''job'',''signup-batch'') or payment_id in (select p.id from payment p)', 'kind in (''job'',''signup-batch'')', 'kind in (''job'',''signup-batch'')');
create function medspil.spelled_out(rule text) returns text language sql immutable as $$
  select regexp_replace(replace(rule, 'kind ', 'medspil.actor_kind() '), '\ymine\y', 'child_id in (select medspil.my_children())', 'g')
$$;
do $$
declare r record; cols text;
begin
  for r in select * from medspil.access_rule loop
    execute format('alter table %I enable row level security', r.tab);
    execute format('alter table %I force row level security', r.tab);
    execute format('create policy %I on %I for select using (kommune_id = medspil.kommune() and (%s))', r.tab || '_select', r.tab, medspil.spelled_out(r.reads));
    execute format('create policy %I on %I for insert with check (kommune_id = medspil.kommune() and (%s))', r.tab || '_insert', r.tab, medspil.spelled_out(r.adds));
    execute format('create policy %I on %I for update using (kommune_id = medspil.kommune() and (%s)) with check (kommune_id = medspil.kommune() and (%s))', r.tab || '_update', r.tab, medspil.spelled_out(r.changes), medspil.spelled_out(r.changes));
    execute format('create policy %I on %I for delete using (false)', r.tab || '_delete', r.tab);
    select string_agg(quote_ident(column_name), ', ') into cols from information_schema.columns where table_schema = 'public' and table_name = r.tab;
    execute format('grant select, insert (%s) on %I to medspil_app, medspil_worker', cols, r.tab);
    select string_agg(quote_ident(column_name), ', ') into cols from information_schema.columns
      where table_schema = 'public' and table_name = r.tab and column_name not in ('kommune_id', 'id', 'child_id', 'signup_id', 'payment_id', 'payer_id', 'created_at', 'at', 'commitment', 'sealed', 'committed_at');
    execute format('grant update (%s) on %I to medspil_app, medspil_worker', cols, r.tab);
  end loop;
end $$;
drop table medspil.access_rule;
drop function medspil.spelled_out(text);
-- A draw that was held stays as it was held: its record is the proof.
create function medspil.refuse_redraw() returns trigger language plpgsql as $$
begin
  if old.drawn_at is not null then raise exception 'the draw % was held: its record stays', old.id using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger draw_stays before update on draw for each row execute function medspil.refuse_redraw();
alter policy holiday_program_insert on holiday_program with check (kommune_id = medspil.kommune() and medspil.actor_kind() in ('job', 'administrator', 'fritidsvejleder'));
alter policy holiday_program_update on holiday_program using (kommune_id = medspil.kommune() and medspil.actor_kind() in ('job', 'administrator', 'fritidsvejleder'))
  with check (kommune_id = medspil.kommune() and medspil.actor_kind() in ('job', 'administrator', 'fritidsvejleder'));
-- A wish holds no place, so a family writes it itself; a child wishes an activity once.
create unique index signup_one_wish on signup (kommune_id, child_id, offer_id) where state = 'wished';
alter policy signup_insert on signup with check (kommune_id = medspil.kommune() and (medspil.actor_kind() in ('job', 'signup-batch')
  or (medspil.actor_kind() = 'family' and state = 'wished' and waiting_number is null and child_id in (select medspil.my_children()))));
-- A changed meeting of an activity is written anew; nothing hangs on its row.
alter policy occurrence_delete on occurrence using (kommune_id = medspil.kommune() and (medspil.actor_kind() in ('job', 'fritidsvejleder', 'administrator') or offer_id in (select medspil.my_offers())));
grant delete on occurrence to medspil_app, medspil_worker;
grant insert (stages, way, wishes_open_at, wishes_close_at, most_wishes, loser_numbers, refund_rule, travel_minutes, group_too_large, seat_minutes, pay_hours, care_opens_days, care_erased_days, no_show_text, public_chance, copied_from_id, invited_at, answer_by),
  update (stages, way, wishes_open_at, wishes_close_at, most_wishes, loser_numbers, refund_rule, travel_minutes, group_too_large, seat_minutes, pay_hours, care_opens_days, care_erased_days, no_show_text, public_chance, copied_from_id, invited_at, answer_by) on holiday_program to medspil_app, medspil_worker;
grant insert (cancel_reason, minimum, minimum_decided_on, equipment, accessibility, languages, reserved, reserved_taken, waiting, reserved_until, copied_from_id),
  update (cancel_reason, minimum, minimum_decided_on, equipment, accessibility, languages, reserved, reserved_until, copied_from_id) on offer to medspil_app, medspil_worker;
grant insert (drawn, reserved, group_id, wish_rank, held_until, extended), update (drawn, reserved, group_id, wish_rank, held_until, extended) on signup to medspil_app, medspil_worker;
-- A holiday activity may meet twice on one day; the time then tells which meeting a mark is about.
grant insert (time_from) on attendance_mark to medspil_app, medspil_worker;
grant select (reserved, group_id) on signup to medspil_reader;
grant select on holiday_program to medspil_counter;
grant update (reserved_taken, waiting) on offer to medspil_counter;

drop function medspil.lock_offers(uuid[]);
create function medspil.lock_offers(ids uuid[]) returns table (id uuid, capacity int, taken int, reserved int, reserved_taken int, waiting_last bigint, waiting int)
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from public.offer o where o.kommune_id = medspil.kommune() and o.id = any(ids) order by o.id for no key update;
  return query select o.id, o.capacity, o.taken, o.reserved, o.reserved_taken, o.waiting_last, o.waiting
    from public.offer o where o.kommune_id = medspil.kommune() and o.id = any(ids);
end $$;
drop trigger signup_places_in on signup;
drop trigger signup_places_up on signup;
drop function medspil.count_places();
create function medspil.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
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
create trigger signup_places_in after insert on signup referencing new table as new_rows for each statement execute function medspil.count_places();
create trigger signup_places_up after update on signup referencing new table as new_rows old table as old_rows for each statement execute function medspil.count_places();
grant create on schema medspil to medspil_counter;
alter function medspil.count_places() owner to medspil_counter;
alter function medspil.lock_offers(uuid[]) owner to medspil_counter;
alter function medspil.my_care_signups() owner to medspil_counter;
revoke create on schema medspil from medspil_counter;
revoke execute on function medspil.lock_offers(uuid[]), medspil.count_places(), medspil.my_care_signups(), medspil.refuse_redraw() from public;
grant execute on function medspil.lock_offers(uuid[]) to medspil_app, medspil_worker;
-- Whether each actor stands in a relation to its child today: many families' question in one round trip, each asked as
-- itself by the one rule. It sees no more than its caller could ask one by one, and leaves nobody as the actor.
create function medspil.may_reach(kinds text[], actors text[], children uuid[]) returns boolean[] language plpgsql set search_path = pg_catalog, public as $$
declare mine boolean[] := '{}';
begin
  for n in 1 .. coalesce(array_length(kinds, 1), 0) loop
    perform set_config('medspil.actor_kind', kinds[n], true), set_config('medspil.actor_id', actors[n], true);
    mine := mine || exists (select from medspil.my_children() m(id) where m.id = children[n]);
  end loop;
  perform set_config('medspil.actor_kind', 'nobody', true), set_config('medspil.actor_id', '', true);
  return mine;
end $$;
revoke execute on function medspil.may_reach(text[], text[], uuid[]) from public;
grant execute on function medspil.may_reach(text[], text[], uuid[]) to medspil_app;
grant execute on function medspil.my_care_signups() to medspil_app, medspil_worker, medspil_counter;
-- The figures of a programme: of a child its age in whole years on the first day and its area, of a payment no more than the
-- sum. The reader sees no person and no payer, so these are counted for it.
create function medspil.program_children(program uuid) returns table (child_id uuid, age int, area text) language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id, extract(year from age(h.from_day, p.birth_day))::int, case when p.address_protected or p.name_protected then null else p.area end
  from public.holiday_program h join public.person p on p.kommune_id = h.kommune_id
  where medspil.actor_kind() = 'report' and h.kommune_id = medspil.kommune() and h.id = program
    and p.id in (select s.child_id from public.signup s where s.kommune_id = h.kommune_id and s.program_id = h.id)
$$;
create function medspil.program_own_share(program uuid) returns bigint language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(sum(l.amount - l.refunded), 0)::bigint from public.payment p join public.payment_line l on l.kommune_id = p.kommune_id and l.payment_id = p.id
  where medspil.actor_kind() = 'report' and p.kommune_id = medspil.kommune() and p.program_id = program and p.state = 'paid' and l.outcome = 'placed'
$$;
grant select on payment, payment_line to medspil_counter;
grant create on schema medspil to medspil_counter;
alter function medspil.program_children(uuid) owner to medspil_counter;
alter function medspil.program_own_share(uuid) owner to medspil_counter;
revoke create on schema medspil from medspil_counter;
grant select (child_id, waiting_number, offered_at, drawn) on signup to medspil_reader;
-- Who may call what the counter owns. Only the owner's own word counts: said by medspil_owner, which does not inherit, a
-- revoke or grant is a warning and no more, and everybody could call them.
set role medspil_counter;
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'medspil'::regnamespace and p.proowner = 'medspil_counter'::regrole loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
grant execute on function medspil.is_sheltered(uuid), medspil.my_children(), medspil.my_adults(), medspil.my_offers(), medspil.my_questions() to medspil_app, medspil_worker, medspil_reader;
grant execute on function medspil.lock_offers(uuid[]), medspil.person_by_cpr(bytea), medspil.pass_by_code(bytea), medspil.post_entries(jsonb), medspil.my_care_signups() to medspil_app, medspil_worker;
grant execute on function medspil.program_children(uuid), medspil.program_own_share(uuid) to medspil_reader;
reset role;
