-- CreateTable
CREATE TABLE "friend_group" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "friend_group_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "friend_member" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "agreed_by" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "friend_member_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "friend_code" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "friend_code_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateIndex
CREATE INDEX "friend_group_kommune_id_program_id_idx" ON "friend_group"("kommune_id", "program_id");

-- CreateIndex
CREATE INDEX "friend_member_kommune_id_group_id_idx" ON "friend_member"("kommune_id", "group_id");

-- CreateIndex
CREATE INDEX "friend_member_kommune_id_child_id_idx" ON "friend_member"("kommune_id", "child_id");

-- CreateIndex
CREATE INDEX "friend_code_kommune_id_group_id_idx" ON "friend_code"("kommune_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "friend_code_kommune_id_code_hash_key" ON "friend_code"("kommune_id", "code_hash");

-- By hand from here -------------------------------------------------------------------------------------------------
-- A new key is checked against the rows there are, and whoever checks them reads under the policies: lent to the owner, and taken back at the end.
set role medspil_counter;
grant execute on function medspil.my_children(), medspil.my_adults() to medspil_owner;
reset role;
do $$
declare r record;
begin
  for r in select * from (values
    ('friend_group','program_id','holiday_program'), ('friend_group','child_id','person'), ('friend_group','made_by','person'),
    ('friend_member','group_id','friend_group'), ('friend_member','program_id','holiday_program'), ('friend_member','child_id','person'), ('friend_member','agreed_by','person'),
    ('friend_code','group_id','friend_group'), ('friend_code','made_by','person')
  ) as f(tab, col, target) loop
    execute format('alter table %I add constraint %I foreign key (kommune_id, %I) references %I (kommune_id, id) on delete restrict on update restrict',
      r.tab, r.tab || '_' || r.col || '_fkey', r.col, r.target);
  end loop;
  for r in select unnest(array['friend_group', 'friend_member', 'friend_code']) as tab loop
    execute format('alter table %I add constraint %I foreign key (kommune_id) references kommune (id) on delete restrict on update restrict', r.tab, r.tab || '_kommune_fkey');
  end loop;
end $$;

-- The seat belt of a draw that can be held: a child goes with one group in a programme, so groups never chain into a town.
create unique index friend_member_one on friend_member (kommune_id, program_id, child_id) where left_at is null;

-- A family sees the rows of its own children and no others. It may leave; whatever lets somebody in is the kommune's own act.
create table medspil.access_rule (tab text primary key, reads text not null, adds text not null, changes text not null, changed text not null);
insert into medspil.access_rule values
  ('friend_group', 'kind = ''job'' or (kind = ''family'' and mine)', 'kind = ''job''', 'false', ''),
  ('friend_member', 'kind = ''job'' or (kind = ''family'' and mine)', 'kind = ''job''', 'kind = ''job'' or (kind = ''family'' and mine)', 'left_at, display_name'),
  ('friend_code', 'kind = ''job''', 'kind = ''job''', 'kind = ''job''', 'ended_at, sealed');
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
    if r.changed <> '' then execute format('grant update (%s) on %I to medspil_app, medspil_worker', r.changed, r.tab); end if;
  end loop;
end $$;
drop table medspil.access_rule;
drop function medspil.spelled_out(text);

grant select on friend_group, friend_member, friend_code to medspil_counter;
-- Whether an adult's yes for a child stands today: who no longer decides for the child cannot have it signed up either.
create function medspil.may_agree(adult uuid, child uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.person c where c.kommune_id = medspil.kommune() and c.id = child and c.birth_day > medspil.today() - interval '18 years')
    and (adult = child or exists (select from public.relation r where r.kommune_id = medspil.kommune() and r.adult_id = adult and r.child_id = child
      and r.kind in ('custody', 'foster') and r.from_day <= medspil.today() and (r.to_day is null or r.to_day >= medspil.today())
      and (r.lives_with or not medspil.is_sheltered(child))))
$$;
-- Who is in a group by a yes that stands, for the batch that places them. No name leaves here.
create function medspil.friend_consents(groups uuid[]) returns table (group_id uuid, program_id uuid, child_id uuid, agreed_by uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select m.group_id, m.program_id, m.child_id, m.agreed_by from public.friend_member m
    where medspil.actor_kind() in ('signup-batch', 'job') and m.kommune_id = medspil.kommune() and m.group_id = any(groups) and m.left_at is null
      and medspil.may_agree(m.agreed_by, m.child_id)
$$;
-- The one way to a name of another family's child: in the groups that a child of mine is in now. A sheltered child has no name here.
create function medspil.friends_of(program uuid) returns table (group_id uuid, child_id uuid, display_name text, is_mine boolean, invites boolean, has_left boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct on (m.group_id, m.child_id) m.group_id, m.child_id, case when mine.id is null and medspil.is_sheltered(m.child_id) then null else m.display_name end,
      mine.id is not null, g.child_id = m.child_id, m.left_at is not null or not medspil.may_agree(m.agreed_by, m.child_id)
    from public.friend_member m join public.friend_group g on g.kommune_id = m.kommune_id and g.id = m.group_id
      left join medspil.my_children() mine(id) on mine.id = m.child_id
    where medspil.actor_kind() = 'family' and m.kommune_id = medspil.kommune() and m.program_id = program
      and (mine.id is not null or exists (select from public.friend_member o where o.kommune_id = m.kommune_id and o.group_id = m.group_id and o.left_at is null
        and o.child_id in (select medspil.my_children())))
    order by m.group_id, m.child_id, m.joined_at desc
$$;
-- What a code opens, for whoever is logged in and has it: the child who invites and how many go along. A group whose inviting child has left takes nobody in.
create function medspil.friend_code(hash bytea) returns table (code_id uuid, group_id uuid, program_id uuid, child_id uuid, display_name text, children int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select k.id, g.id, g.program_id, g.child_id, case when medspil.is_sheltered(g.child_id) then null else m.display_name end,
      (select count(*)::int from public.friend_member o where o.kommune_id = g.kommune_id and o.group_id = g.id and o.left_at is null)
    from public.friend_code k join public.friend_group g on g.kommune_id = k.kommune_id and g.id = k.group_id
      join public.friend_member m on m.kommune_id = g.kommune_id and m.group_id = g.id and m.child_id = g.child_id and m.left_at is null
    where medspil.actor_kind() = 'family' and k.kommune_id = medspil.kommune() and k.code_hash = hash and k.ended_at is null and medspil.may_agree(m.agreed_by, m.child_id)
$$;
grant create on schema medspil to medspil_counter;
alter function medspil.may_agree(uuid, uuid) owner to medspil_counter;
alter function medspil.friend_consents(uuid[]) owner to medspil_counter;
alter function medspil.friends_of(uuid) owner to medspil_counter;
alter function medspil.friend_code(bytea) owner to medspil_counter;
revoke create on schema medspil from medspil_counter;
-- Said by the owner itself: a grant by anybody else is a warning and no more.
set role medspil_counter;
revoke execute on function medspil.may_agree(uuid, uuid), medspil.friend_consents(uuid[]), medspil.friends_of(uuid), medspil.friend_code(bytea) from public;
grant execute on function medspil.friend_consents(uuid[]), medspil.friends_of(uuid), medspil.friend_code(bytea) to medspil_app;
revoke execute on function medspil.my_children(), medspil.my_adults() from medspil_owner;
reset role;
