-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "paid_on" DATE,
ADD COLUMN     "reference" TEXT,
ADD COLUMN     "replaces_id" UUID;

-- The owner checks keys across kommuner here; the end of this file puts its own rows out of its reach again.
alter table refund no force row level security;
alter table refund drop constraint refund_state, add constraint refund_state check (state in ('due', 'sent', 'settled', 'failed', 'unknown', 'paid-otherwise')),
  add constraint refund_replaces_id_fkey foreign key (kommune_id, replaces_id) references refund (kommune_id, id) on delete restrict on update restrict,
  add constraint refund_asked_by_whom check (replaces_id is null or asked_by is not null),
  -- What a person says was paid outside Stripe names its day and where it is found, and never was at Stripe; said by mistake, it ends as failed.
  add constraint refund_otherwise check (num_nonnulls(replaces_id, paid_on, reference) in (0, 3) and (replaces_id is null or (stripe_id is null and state in ('paid-otherwise', 'failed'))) and (state <> 'paid-otherwise' or replaces_id is not null)),
  add constraint refund_reference check (char_length(reference) between 1 and 60);
-- A failed refund is paid in another way once, whoever presses.
create unique index refund_one_otherwise on refund (kommune_id, replaces_id) where state = 'paid-otherwise';
grant insert (replaces_id, paid_on, reference) on refund to medspil_app, medspil_worker;
alter table refund force row level security;
