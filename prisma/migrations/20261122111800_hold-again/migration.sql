-- DropIndex
DROP INDEX "hold_kommune_id_signup_id_kind_key";

-- CreateIndex
CREATE INDEX "hold_kommune_id_signup_id_idx" ON "hold"("kommune_id", "signup_id");

-- A place whose time ran out lets the pass's money go, and gets it set aside anew when its family had paid the rest after all.
-- What was let go stays as it was: one hold of a kind lives at a time.
create unique index hold_one_alive on hold (kommune_id, signup_id, kind) where state <> 'released';
