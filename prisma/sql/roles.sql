-- The five roles of the house (docs/operate.md). Run by an administrator before the migrations; safe to run again.
-- Passwords are set by the caller; without one a role cannot log in.
do $$
declare role_name text;
begin
  foreach role_name in array array['medspil_owner', 'medspil_app', 'medspil_worker', 'medspil_reader'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login noinherit nobypassrls', role_name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'medspil_counter') then
    create role medspil_counter nologin noinherit bypassrls;
  end if;
end $$;
grant medspil_counter to medspil_owner;
