-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "kommune" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "phone_hours" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "meet_place" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "settings" JSONB NOT NULL,

    CONSTRAINT "kommune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "birth_day" DATE NOT NULL,
    "gender" TEXT,
    "cpr_sealed" BYTEA,
    "cpr_index" BYTEA,
    "address_sealed" BYTEA,
    "area" TEXT,
    "postcode" TEXT,
    "school" TEXT,
    "grade_value" INTEGER,
    "grade_as_of" DATE,
    "name_protected" BOOLEAN NOT NULL DEFAULT false,
    "address_protected" BOOLEAN NOT NULL DEFAULT false,
    "phone" TEXT,
    "mail" TEXT,
    "language" TEXT NOT NULL DEFAULT 'da',
    "contact_barred" BOOLEAN NOT NULL DEFAULT false,
    "lives_in_kommune" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "person_key" (
    "kommune_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "key_id" INTEGER NOT NULL,

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("kommune_id","person_id")
);

-- CreateTable
CREATE TABLE "kommune_key" (
    "kommune_id" UUID NOT NULL,
    "key_id" INTEGER NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kommune_key_pkey" PRIMARY KEY ("kommune_id","key_id")
);

-- CreateTable
CREATE TABLE "relation" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "adult_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "lives_with" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "profession" TEXT,
    "workplace" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "cap_ore" BIGINT,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "identity" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "person_id" UUID,
    "staff_id" UUID,
    "guide_id" UUID,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "child_access" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "staff_id" UUID,
    "role" TEXT,
    "why" TEXT NOT NULL,
    "reason" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "child_access_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "app" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "person_id" UUID,
    "staff_id" UUID,
    "guide_id" UUID,
    "level" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "auth_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cookie_hash" BYTEA NOT NULL,
    "issuer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "return_to" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "link" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "forening_id" UUID,
    "person_id" UUID,
    "subject_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "child_id" UUID,
    "facts" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "read_log" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "fields" TEXT[],
    "procedure" TEXT NOT NULL,

    CONSTRAINT "read_log_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "once" (
    "kommune_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "once_pkey" PRIMARY KEY ("kommune_id","actor_id","procedure","id")
);

-- CreateTable
CREATE TABLE "outbox_job" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_job_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "effect" (
    "kommune_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("kommune_id","key")
);

-- CreateTable
CREATE TABLE "security_event" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "facts" JSONB NOT NULL,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "application" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "child_id" UUID NOT NULL,
    "ordning_id" UUID NOT NULL,
    "ordning_version_id" UUID NOT NULL,
    "course_id" UUID,
    "door" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "applicant_id" UUID,
    "staff_id" UUID,
    "language" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "wishes" JSONB NOT NULL,
    "requested" JSONB NOT NULL,
    "child_view" TEXT NOT NULL,
    "reason_sealed" BYTEA,
    "reason_chips" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "answer_by" DATE,
    "delay_notified_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_by_id" UUID,
    "given_on" DATE NOT NULL,
    "form" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "text_shown" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "criterion" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "fact" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "fact_day" DATE NOT NULL,
    "seen_by_party" BOOLEAN NOT NULL,
    "judgement" TEXT,
    "reason" TEXT,
    "judged_by" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL,

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "hearing" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "deadline" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "exempt_reason" TEXT,

    CONSTRAINT "hearing_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "ordning_version_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "automatic" BOOLEAN NOT NULL,
    "decider_id" UUID,
    "decider_name" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "law_text" TEXT NOT NULL,
    "considerations" TEXT NOT NULL,
    "individual_facts" TEXT NOT NULL,
    "child_view" TEXT NOT NULL,
    "appeal_text" TEXT NOT NULL,
    "replaces_id" UUID,
    "items" JSONB NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "attendance_mark" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signup_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "forening_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "mark" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "marked_by" UUID,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_mark_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "result" TEXT,
    "reason" TEXT,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "owner_role" TEXT NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "course_id" UUID,
    "follow_up_id" UUID,
    "signup_id" UUID,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "due_on" DATE NOT NULL,
    "owner_role" TEXT NOT NULL,
    "owner_id" UUID,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,
    "key" TEXT NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "forening" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cvr" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provider_type" TEXT NOT NULL,
    "approval" TEXT NOT NULL,
    "home_in_kommune" BOOLEAN NOT NULL,
    "checklist" JSONB NOT NULL,
    "approved_on" DATE,
    "approved_by" UUID,
    "stripe_account_id" TEXT,
    "payouts_enabled" BOOLEAN NOT NULL DEFAULT false,
    "payee_changed_on" DATE,
    "area" TEXT NOT NULL,

    CONSTRAINT "forening_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "declaration" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "forening_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "declared_by" TEXT NOT NULL,
    "declared_on" DATE NOT NULL,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "forening_contact" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "forening_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mail" TEXT NOT NULL,
    "phone" TEXT NOT NULL,

    CONSTRAINT "forening_contact_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "course" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "ordning_id" UUID NOT NULL,
    "ordning_version_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "has_guidance" BOOLEAN NOT NULL,
    "has_pass" BOOLEAN NOT NULL,
    "area" TEXT,
    "birth_year" INTEGER NOT NULL,
    "met_on" DATE NOT NULL,
    "granted_on" DATE,
    "first_training_on" DATE,
    "closed_on" DATE,
    "closed_as" TEXT,
    "fritidsvejleder_id" UUID,

    CONSTRAINT "course_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "fritidspas" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "rules" JSONB NOT NULL,
    "used_by_kind" JSONB NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "code_sealed" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "fritidspas_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "purse" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fritidspas_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "purse" TEXT NOT NULL,
    "pays" TEXT[],
    "granted" BIGINT NOT NULL,
    "available" BIGINT NOT NULL,
    "held" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL,
    "returned" BIGINT NOT NULL,
    "eksempel" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "purse_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "hold" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fritidspas_id" UUID NOT NULL,
    "signup_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "released_because" TEXT,
    "kept_until" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "fritidsguide" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "birth_day" DATE NOT NULL,
    "gender" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "languages" TEXT[],
    "interests" TEXT[],
    "days" JSONB NOT NULL,
    "area" TEXT NOT NULL,
    "areas" TEXT[],
    "most_children" INTEGER NOT NULL,
    "hour_ceiling" INTEGER,
    "cleared_for_protection" BOOLEAN NOT NULL DEFAULT false,
    "certificate_on" DATE,
    "certificate_until" DATE,
    "certificate_checked_by" UUID,
    "mail" TEXT NOT NULL,
    "phone" TEXT NOT NULL,

    CONSTRAINT "fritidsguide_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "guide_match" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "guide_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "wishes" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "guide_said_yes_at" TIMESTAMPTZ(3),
    "child_said_yes_at" TIMESTAMPTZ(3),
    "permission_by" UUID,
    "declined_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_as" TEXT,
    "max_until" DATE,

    CONSTRAINT "guide_match_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "escort" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "guide_match_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "meet_at" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "minutes" INTEGER,
    "note" TEXT,
    "why_cancelled" TEXT,
    "logged_at" TIMESTAMPTZ(3),

    CONSTRAINT "escort_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "holiday_program" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ordning_id" UUID NOT NULL,
    "ordning_version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "holiday" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "max_per_child" INTEGER NOT NULL,
    "offer_hours" INTEGER NOT NULL,

    CONSTRAINT "holiday_program_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "letter" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "receiver_id" UUID NOT NULL,
    "application_id" UUID,
    "decision_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "plain" JSONB NOT NULL,
    "template_version" INTEGER NOT NULL,
    "pdf" BYTEA,
    "pdf_hash" BYTEA,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "available_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "direction" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "document_hash" BYTEA,
    "letter_id" UUID,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID,
    "forening_id" UUID,
    "staff_id" UUID,
    "channel" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "offer" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "forening_id" UUID NOT NULL,
    "program_id" UUID,
    "title" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "age_from" INTEGER NOT NULL,
    "age_to" INTEGER NOT NULL,
    "admits" JSONB NOT NULL,
    "weekday" INTEGER,
    "time_from" TEXT NOT NULL,
    "time_to" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "travel" TEXT NOT NULL,
    "price" BIGINT NOT NULL,
    "price_kind" TEXT NOT NULL,
    "season_from" DATE NOT NULL,
    "season_to" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "waiting_last" BIGINT NOT NULL DEFAULT 0,
    "trial_free" BOOLEAN NOT NULL,
    "support_needs" TEXT[],
    "pictogram" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "moderated_by" UUID,
    "moderation_note" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "time_from" TEXT NOT NULL,
    "time_to" TEXT NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "ordning" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT NOT NULL,

    CONSTRAINT "ordning_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "ordning_version" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ordning_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "rules" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "drafted_by" UUID,
    "published_by" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "ordning_version_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "pool" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ordning_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "total" BIGINT NOT NULL,
    "promised" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL,
    "when_empty" TEXT NOT NULL,
    "origin" TEXT NOT NULL,

    CONSTRAINT "pool_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "balance" BIGINT NOT NULL DEFAULT 0,
    "may_go_below_zero" BOOLEAN NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "subject_id" UUID NOT NULL,
    "reverses_id" UUID,
    "number" BIGSERIAL NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "ledger_posting" (
    "kommune_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "ledger_posting_pkey" PRIMARY KEY ("kommune_id","entry_id","account_id")
);

-- CreateTable
CREATE TABLE "ledger_seal" (
    "kommune_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "from_entry" BIGINT NOT NULL,
    "to_entry" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "leaves" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_seal_pkey" PRIMARY KEY ("kommune_id","number")
);

-- CreateTable
CREATE TABLE "signup" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "program_id" UUID,
    "course_id" UUID,
    "display_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "place" BOOLEAN NOT NULL,
    "waiting_number" BIGINT,
    "price" BIGINT NOT NULL,
    "pass_pays" BIGINT NOT NULL,
    "family_pays" BIGINT NOT NULL,
    "requested_by" UUID,
    "requested_kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3),
    "offer_deadline_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "question" TEXT,
    "confirmed_fee" BIGINT,
    "period_from" DATE,
    "period_to" DATE,
    "started_on" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,

    CONSTRAINT "signup_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "claim" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signup_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "course_id" UUID,
    "forening_id" UUID NOT NULL,
    "ordning_id" UUID NOT NULL,
    "source_kind" TEXT NOT NULL,
    "fritidspas_id" UUID,
    "pool_id" UUID,
    "hold_id" UUID,
    "pays" TEXT,
    "parts" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "set_off" BIGINT NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "remittance" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "payout_id" UUID,
    "held_back_why" TEXT,
    "reversed_at" TIMESTAMPTZ(3),
    "reversal_why" TEXT,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "payout" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "lines_hash" BYTEA NOT NULL,
    "prepared_by" UUID NOT NULL,
    "prepared_person_key" TEXT NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "payout_approval" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payout_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "person_key" TEXT NOT NULL,
    "prepared_person_key" TEXT NOT NULL,
    "lines_hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payout_approval_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "payout_line" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "payout_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "forening_id" UUID NOT NULL,
    "payee_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "reference" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "send_key" TEXT,
    "first_sent_at" TIMESTAMPTZ(3),
    "transfer_id" TEXT,
    "reversal_id" TEXT,
    "failed_why" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_line_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "clawback" (
    "kommune_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "forening_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "parts" JSONB NOT NULL,
    "to_purse" BOOLEAN NOT NULL,
    "cause" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "collected_by" TEXT,
    "proposed_by" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" DATE NOT NULL,
    "collected_at" TIMESTAMPTZ(3),

    CONSTRAINT "clawback_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "kommune_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "account" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("kommune_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kommune_key_key" ON "kommune"("key");

-- CreateIndex
CREATE UNIQUE INDEX "person_kommune_id_cpr_index_key" ON "person"("kommune_id", "cpr_index");

-- CreateIndex
CREATE INDEX "relation_kommune_id_child_id_idx" ON "relation"("kommune_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_kommune_id_adult_id_child_id_kind_from_day_key" ON "relation"("kommune_id", "adult_id", "child_id", "kind", "from_day");

-- CreateIndex
CREATE INDEX "staff_kommune_id_person_key_idx" ON "staff"("kommune_id", "person_key");

-- CreateIndex
CREATE UNIQUE INDEX "identity_kommune_id_issuer_subject_key" ON "identity"("kommune_id", "issuer", "subject");

-- CreateIndex
CREATE INDEX "child_access_kommune_id_child_id_idx" ON "child_access"("kommune_id", "child_id");

-- CreateIndex
CREATE INDEX "child_access_kommune_id_staff_id_idx" ON "child_access"("kommune_id", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "link_token_hash_key" ON "link"("token_hash");

-- CreateIndex
CREATE INDEX "audit_event_kommune_id_subject_id_idx" ON "audit_event"("kommune_id", "subject_id");

-- CreateIndex
CREATE INDEX "audit_event_kommune_id_child_id_at_idx" ON "audit_event"("kommune_id", "child_id", "at");

-- CreateIndex
CREATE INDEX "read_log_kommune_id_child_id_at_idx" ON "read_log"("kommune_id", "child_id", "at");

-- CreateIndex
CREATE INDEX "outbox_job_kommune_id_done_at_idx" ON "outbox_job"("kommune_id", "done_at");

-- CreateIndex
CREATE INDEX "application_kommune_id_child_id_idx" ON "application"("kommune_id", "child_id");

-- CreateIndex
CREATE INDEX "application_kommune_id_state_idx" ON "application"("kommune_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "application_kommune_id_reference_key" ON "application"("kommune_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "criterion_kommune_id_application_id_key_key" ON "criterion"("kommune_id", "application_id", "key");

-- CreateIndex
CREATE INDEX "decision_kommune_id_child_id_idx" ON "decision"("kommune_id", "child_id");

-- CreateIndex
CREATE INDEX "attendance_mark_kommune_id_signup_id_day_idx" ON "attendance_mark"("kommune_id", "signup_id", "day");

-- CreateIndex
CREATE INDEX "follow_up_kommune_id_state_due_on_idx" ON "follow_up"("kommune_id", "state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_kommune_id_course_id_check_anchor_due_on_key" ON "follow_up"("kommune_id", "course_id", "check", "anchor", "due_on");

-- CreateIndex
CREATE INDEX "task_kommune_id_state_due_on_idx" ON "task"("kommune_id", "state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "task_kommune_id_key_key" ON "task"("kommune_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "forening_kommune_id_cvr_key" ON "forening"("kommune_id", "cvr");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_kommune_id_forening_id_year_key" ON "declaration"("kommune_id", "forening_id", "year");

-- CreateIndex
CREATE INDEX "course_kommune_id_child_id_idx" ON "course"("kommune_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "fritidspas_code_hash_key" ON "fritidspas"("code_hash");

-- CreateIndex
CREATE INDEX "fritidspas_kommune_id_child_id_idx" ON "fritidspas"("kommune_id", "child_id");

-- CreateIndex
CREATE UNIQUE INDEX "purse_kommune_id_fritidspas_id_purse_key" ON "purse"("kommune_id", "fritidspas_id", "purse");

-- CreateIndex
CREATE UNIQUE INDEX "hold_kommune_id_signup_id_kind_key" ON "hold"("kommune_id", "signup_id", "kind");

-- CreateIndex
CREATE INDEX "guide_match_kommune_id_child_id_idx" ON "guide_match"("kommune_id", "child_id");

-- CreateIndex
CREATE INDEX "letter_kommune_id_receiver_id_idx" ON "letter"("kommune_id", "receiver_id");

-- CreateIndex
CREATE INDEX "offer_kommune_id_state_idx" ON "offer"("kommune_id", "state");

-- CreateIndex
CREATE INDEX "offer_kommune_id_program_id_idx" ON "offer"("kommune_id", "program_id");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_kommune_id_offer_id_day_time_from_key" ON "occurrence"("kommune_id", "offer_id", "day", "time_from");

-- CreateIndex
CREATE UNIQUE INDEX "ordning_kommune_id_key_key" ON "ordning"("kommune_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ordning_version_kommune_id_ordning_id_number_key" ON "ordning_version"("kommune_id", "ordning_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "pool_kommune_id_ordning_id_from_day_key" ON "pool"("kommune_id", "ordning_id", "from_day");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_kommune_id_key_key" ON "ledger_account"("kommune_id", "key");

-- CreateIndex
CREATE INDEX "ledger_entry_kommune_id_subject_id_idx" ON "ledger_entry"("kommune_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_kommune_id_reverses_id_key" ON "ledger_entry"("kommune_id", "reverses_id");

-- CreateIndex
CREATE INDEX "ledger_posting_kommune_id_account_id_idx" ON "ledger_posting"("kommune_id", "account_id");

-- CreateIndex
CREATE INDEX "signup_kommune_id_child_id_idx" ON "signup"("kommune_id", "child_id");

-- CreateIndex
CREATE INDEX "signup_kommune_id_offer_id_waiting_number_idx" ON "signup"("kommune_id", "offer_id", "waiting_number");

-- CreateIndex
CREATE INDEX "claim_kommune_id_state_idx" ON "claim"("kommune_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "claim_kommune_id_signup_id_source_kind_key" ON "claim"("kommune_id", "signup_id", "source_kind");

-- CreateIndex
CREATE UNIQUE INDEX "payout_kommune_id_reference_key" ON "payout"("kommune_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "payout_kommune_id_id_prepared_person_key_key" ON "payout"("kommune_id", "id", "prepared_person_key");

-- CreateIndex
CREATE UNIQUE INDEX "payout_approval_kommune_id_payout_id_person_key_key" ON "payout_approval"("kommune_id", "payout_id", "person_key");

-- CreateIndex
CREATE UNIQUE INDEX "payout_line_kommune_id_payout_id_claim_id_key" ON "payout_line"("kommune_id", "payout_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "clawback_kommune_id_claim_id_key" ON "clawback"("kommune_id", "claim_id");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_kommune_id_application_id_fkey" FOREIGN KEY ("kommune_id", "application_id") REFERENCES "application"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_kommune_id_application_id_fkey" FOREIGN KEY ("kommune_id", "application_id") REFERENCES "application"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_kommune_id_application_id_fkey" FOREIGN KEY ("kommune_id", "application_id") REFERENCES "application"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_kommune_id_application_id_fkey" FOREIGN KEY ("kommune_id", "application_id") REFERENCES "application"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_kommune_id_forening_id_fkey" FOREIGN KEY ("kommune_id", "forening_id") REFERENCES "forening"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "forening_contact" ADD CONSTRAINT "forening_contact_kommune_id_forening_id_fkey" FOREIGN KEY ("kommune_id", "forening_id") REFERENCES "forening"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fritidspas" ADD CONSTRAINT "fritidspas_kommune_id_course_id_fkey" FOREIGN KEY ("kommune_id", "course_id") REFERENCES "course"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "purse" ADD CONSTRAINT "purse_kommune_id_fritidspas_id_fkey" FOREIGN KEY ("kommune_id", "fritidspas_id") REFERENCES "fritidspas"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_kommune_id_fritidspas_id_fkey" FOREIGN KEY ("kommune_id", "fritidspas_id") REFERENCES "fritidspas"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "escort" ADD CONSTRAINT "escort_kommune_id_guide_match_id_fkey" FOREIGN KEY ("kommune_id", "guide_match_id") REFERENCES "guide_match"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_kommune_id_forening_id_fkey" FOREIGN KEY ("kommune_id", "forening_id") REFERENCES "forening"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_kommune_id_offer_id_fkey" FOREIGN KEY ("kommune_id", "offer_id") REFERENCES "offer"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ordning_version" ADD CONSTRAINT "ordning_version_kommune_id_ordning_id_fkey" FOREIGN KEY ("kommune_id", "ordning_id") REFERENCES "ordning"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_kommune_id_entry_id_fkey" FOREIGN KEY ("kommune_id", "entry_id") REFERENCES "ledger_entry"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signup" ADD CONSTRAINT "signup_kommune_id_offer_id_fkey" FOREIGN KEY ("kommune_id", "offer_id") REFERENCES "offer"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "signup" ADD CONSTRAINT "signup_kommune_id_child_id_fkey" FOREIGN KEY ("kommune_id", "child_id") REFERENCES "person"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_approval" ADD CONSTRAINT "payout_approval_kommune_id_payout_id_fkey" FOREIGN KEY ("kommune_id", "payout_id") REFERENCES "payout"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payout_line" ADD CONSTRAINT "payout_line_kommune_id_payout_id_fkey" FOREIGN KEY ("kommune_id", "payout_id") REFERENCES "payout"("kommune_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Constraints ------------------------------------------------------------------------------------------------------
-- Composite foreign keys that Prisma has no relation for: a key can never point into another kommune.
do $$
declare r record;
begin
  for r in select * from (values
    ('person_key','person_id','person'), ('relation','adult_id','person'), ('relation','child_id','person'),
    ('child_access','child_id','person'), ('child_access','staff_id','staff'),
    ('identity','person_id','person'), ('identity','staff_id','staff'), ('identity','guide_id','fritidsguide'),
    ('session','person_id','person'), ('session','staff_id','staff'), ('session','guide_id','fritidsguide'),
    ('link','forening_id','forening'), ('link','person_id','person'),
    ('pool','ordning_id','ordning'),
    ('ledger_entry','reverses_id','ledger_entry'), ('ledger_posting','account_id','ledger_account'),
    ('application','child_id','person'), ('application','ordning_id','ordning'), ('application','ordning_version_id','ordning_version'),
    ('application','course_id','course'), ('application','applicant_id','person'), ('application','staff_id','staff'),
    ('consent','child_id','person'), ('consent','given_by_id','person'), ('criterion','child_id','person'), ('hearing','child_id','person'),
    ('decision','child_id','person'), ('decision','ordning_version_id','ordning_version'), ('decision','decider_id','staff'), ('decision','replaces_id','decision'),
    ('course','child_id','person'), ('course','ordning_id','ordning'), ('course','ordning_version_id','ordning_version'), ('course','fritidsvejleder_id','staff'),
    ('fritidspas','child_id','person'), ('fritidspas','decision_id','decision'), ('fritidspas','pool_id','pool'),
    ('purse','child_id','person'), ('hold','signup_id','signup'), ('hold','child_id','person'),
    ('offer','program_id','holiday_program'), ('signup','program_id','holiday_program'), ('signup','course_id','course'),
    ('holiday_program','ordning_id','ordning'), ('holiday_program','ordning_version_id','ordning_version'),
    ('attendance_mark','signup_id','signup'), ('attendance_mark','child_id','person'), ('attendance_mark','forening_id','forening'),
    ('claim','signup_id','signup'), ('claim','child_id','person'), ('claim','course_id','course'), ('claim','forening_id','forening'),
    ('claim','fritidspas_id','fritidspas'), ('claim','hold_id','hold'), ('claim','pool_id','pool'), ('claim','ordning_id','ordning'), ('claim','payout_id','payout'),
    ('payout','prepared_by','staff'), ('payout_approval','staff_id','staff'), ('payout_line','forening_id','forening'), ('payout_line','claim_id','claim'), ('payout','submitted_by','staff'),
    ('clawback','claim_id','claim'), ('clawback','forening_id','forening'), ('clawback','child_id','person'),
    ('follow_up','course_id','course'), ('follow_up','child_id','person'),
    ('task','child_id','person'), ('task','course_id','course'), ('task','follow_up_id','follow_up'), ('task','signup_id','signup'), ('task','owner_id','staff'),
    ('guide_match','guide_id','fritidsguide'), ('guide_match','child_id','person'), ('guide_match','course_id','course'), ('escort','child_id','person'),
    ('letter','child_id','person'), ('letter','receiver_id','person'), ('letter','application_id','application'), ('letter','decision_id','decision'),
    ('journal_entry','child_id','person'), ('journal_entry','letter_id','letter'),
    ('message','person_id','person'), ('message','forening_id','forening'), ('message','staff_id','staff')
  ) as f(tab, col, target) loop
    execute format('alter table %I add constraint %I foreign key (kommune_id, %I) references %I (kommune_id, id) on delete restrict on update restrict',
      r.tab, r.tab || '_' || r.col || '_fkey', r.col, r.target);
  end loop;
  for r in select table_name as tab from information_schema.columns
    where table_schema = 'public' and column_name = 'kommune_id' and table_name not like '\_%' loop
    execute format('alter table %I add constraint %I foreign key (kommune_id) references kommune (id) on delete restrict on update restrict', r.tab, r.tab || '_kommune_fkey');
  end loop;
end $$;

alter table purse add constraint purse_adds_up check (granted = available + held + spent + returned and available >= 0 and held >= 0 and spent >= 0 and returned >= 0);
alter table pool add constraint pool_adds_up check (promised >= 0 and spent >= 0 and promised + spent <= total);
alter table hold add constraint hold_amount check (amount > 0), add constraint hold_state check (state in ('held', 'confirmed', 'spent', 'released'));
alter table claim add constraint claim_amount check (amount > 0), add constraint claim_state check (state in ('due', 'confirmed', 'checked', 'in-payout', 'paid', 'disputed', 'rejected', 'reversed'));
alter table payout add constraint payout_state check (state in ('draft', 'submitted', 'approved', 'sent', 'confirmed', 'void', 'failed', 'unknown')), add constraint payout_total check (total > 0);
alter table payout_line add constraint payout_line_state check (state in ('waiting', 'sent', 'confirmed', 'failed', 'unknown')), add constraint payout_line_amount check (amount > 0);
-- Public money takes two people: compared by person, since one person may hold two logins.
alter table payout_approval add constraint approval_other_person check (person_key <> prepared_person_key),
  add constraint approval_prepared_by foreign key (kommune_id, payout_id, prepared_person_key) references payout (kommune_id, id, prepared_person_key);
alter table application add constraint application_state check (state in ('draft', 'submitted', 'needs-info', 'hearing', 'granted', 'partly-granted', 'refused', 'waiting-for-pool', 'frozen', 'withdrawn', 'duplicate', 'moved-away'));
alter table decision add constraint decision_result check (result in ('granted', 'partly-granted', 'refused', 'withdrawn')),
  add constraint decision_has_decider check (decider_id is not null or (automatic and result = 'granted')),
  add constraint decision_has_reasons check (result = 'granted' or (considerations <> '' and individual_facts <> '' and law_text <> '' and appeal_text <> ''));
alter table course add constraint course_state check (state in ('open', 'paused', 'closed'));
alter table fritidspas add constraint fritidspas_state check (state in ('issued', 'active', 'used-up', 'expired', 'revoked', 'closed'));
alter table follow_up add constraint follow_up_state check (state in ('planned', 'due', 'asked', 'answered', 'unanswered', 'task', 'reached', 'not-reached', 'cancelled')),
  add constraint follow_up_result check (result is null or result in ('active', 'stopped', 'unknown'));
alter table task add constraint task_state check (state in ('open', 'done'));
alter table attendance_mark add constraint attendance_mark_value check (mark in ('present', 'absent', 'unknown'));
alter table clawback add constraint clawback_state check (state in ('proposed', 'answered', 'agreed', 'dropped', 'decided', 'collected'));
alter table offer add constraint offer_state check (state in ('draft', 'in-moderation', 'published', 'sent-back', 'withdrawn'));
alter table forening add constraint forening_approval check (approval in ('known', 'applied', 'approved', 'approved-with-limits', 'refused', 'declaration-missing', 'suspended', 'closed'));
alter table offer add constraint offer_capacity check (capacity >= 0 and taken between 0 and capacity), add constraint offer_ages check (age_from between 0 and age_to and age_to <= 99),
  add constraint offer_price check (price >= 0);
alter table signup add constraint signup_state check (state in ('wished', 'not-drawn', 'seat-held', 'requested', 'confirmed', 'started', 'ended', 'waiting', 'offered', 'awaiting-payment', 'lapsed', 'declined', 'no-show',
    'cancelled-by-family', 'cancelled-by-forening', 'cancelled-by-kommune')),
  add constraint signup_place check (place = (state in ('seat-held', 'requested', 'confirmed', 'started', 'offered', 'awaiting-payment'))),
  add constraint signup_price check (price >= 0 and pass_pays >= 0 and family_pays >= 0 and price = pass_pays + family_pays);
-- The seat belt of promise 1: a child has at most one living sign-up to an offer, and a queue number is given once.
create unique index signup_one_per_child on signup (kommune_id, child_id, offer_id)
  where state in ('seat-held', 'requested', 'confirmed', 'started', 'waiting', 'offered', 'awaiting-payment');
create unique index signup_waiting_number on signup (kommune_id, offer_id, waiting_number) where waiting_number is not null;
create unique index link_open_per_subject on link (kommune_id, purpose, subject_id, coalesce(forening_id, person_id)) where revoked_at is null and used_at is null;
create unique index fritidspas_one_per_decision on fritidspas (kommune_id, decision_id);
create unique index child_access_once on child_access (kommune_id, child_id, coalesce(staff_id::text, role)) where ended_at is null;

-- Who is asking ----------------------------------------------------------------------------------------------------
create schema medspil;
grant usage on schema medspil to medspil_app, medspil_worker, medspil_reader, medspil_counter;
create function medspil.kommune() returns uuid language sql stable as $$ select nullif(current_setting('medspil.kommune_id', true), '')::uuid $$;
create function medspil.actor_kind() returns text language sql stable as $$ select coalesce(nullif(current_setting('medspil.actor_kind', true), ''), 'nobody') $$;
create function medspil.actor_id() returns uuid language sql stable as $$ select nullif(current_setting('medspil.actor_id', true), '')::uuid $$;
create function medspil.today() returns date language sql stable as $$ select nullif(current_setting('medspil.today', true), '')::date $$;

-- Whether a child's place is kept secret: its own protection, or that of an adult it lives with. The other home then gets
-- nothing of the child from us, since school, forening and hours all lead to the door (law.md 5); a person helps it instead.
create function medspil.is_sheltered(child uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.person c where c.kommune_id = medspil.kommune() and c.id = child and (c.name_protected or c.address_protected))
    or exists (select 1 from public.relation r join public.person a on a.kommune_id = r.kommune_id and a.id = r.adult_id
      where r.kommune_id = medspil.kommune() and r.child_id = child and r.lives_with and (r.to_day is null or r.to_day >= medspil.today())
        and (a.name_protected or a.address_protected))
$$;
-- The children the actor stands in a relation to, today. A parent without custody has none (forældreansvarsloven § 23),
-- and from the 18th birthday the young person is the only party.
create function medspil.my_children() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select medspil.actor_id() where medspil.actor_kind() = 'family'
  union
  select r.child_id from public.relation r join public.person c on c.kommune_id = r.kommune_id and c.id = r.child_id
    where medspil.actor_kind() = 'family' and r.kommune_id = medspil.kommune() and r.adult_id = medspil.actor_id()
      and r.kind in ('custody', 'foster') and r.from_day <= medspil.today() and (r.to_day is null or r.to_day >= medspil.today())
      and c.birth_day > medspil.today() - interval '18 years'
      and (r.lives_with or not medspil.is_sheltered(r.child_id))
  union
  select a.child_id from public.child_access a join public.staff s on s.kommune_id = a.kommune_id and s.id = medspil.actor_id()
    where a.kommune_id = medspil.kommune() and s.active and s.role = medspil.actor_kind() and a.ended_at is null
      and (a.staff_id = s.id or (a.staff_id is null and a.role = s.role))
  union
  select m.child_id from public.guide_match m
    where medspil.actor_kind() = 'fritidsguide' and m.kommune_id = medspil.kommune() and m.guide_id = medspil.actor_id()
      and m.state in ('proposed', 'accepted-by-guide', 'accepted-by-child', 'active', 'fading')
$$;
create function medspil.my_adults() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select r.adult_id from public.relation r where r.kommune_id = medspil.kommune() and medspil.actor_kind() in ('caseworker', 'fritidsvejleder', 'fagperson')
    and r.kind <> 'no-custody' and r.child_id in (select medspil.my_children())
$$;
create function medspil.my_offers() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id from public.offer o where o.kommune_id = medspil.kommune() and medspil.actor_kind() = 'forening' and o.forening_id = medspil.actor_id()
$$;
-- What the holder of a family's link is asked: that link's own question, as long as the link stands.
create function medspil.my_questions() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select l.subject_id from public.link l where l.kommune_id = medspil.kommune() and medspil.actor_kind() = 'link' and l.person_id = medspil.actor_id()
    and l.purpose = 'follow-up' and l.revoked_at is null
$$;

-- Policies ---------------------------------------------------------------------------------------------------------
-- One row per table: who reads, who adds, who changes. Nobody deletes; what is not said is denied.
-- "mine" stands for: the row's child is one of my_children(). "file" stands for the same and not a fritidsguide, who goes
-- along with a child and has no part in its case. Every rule is and-ed with the kommune.
create table medspil.access_rule (tab text primary key, reads text not null, adds text not null, changes text not null);
insert into medspil.access_rule values
  ('person', 'kind in (''job'',''login'',''signup-batch'') or id in (select medspil.my_children()) or id in (select medspil.my_adults()) or id = medspil.actor_id()', 'kind in (''job'',''login'')', 'kind in (''job'',''login'')'),
  ('person_key', 'kind in (''job'',''login'') or person_id = medspil.actor_id() or person_id in (select medspil.my_children()) or person_id in (select medspil.my_adults())', 'kind in (''job'',''login'')', 'kind = ''job'''),
  ('kommune_key', 'true', 'kind = ''job''', 'kind = ''job'''),
  ('relation', 'kind in (''job'',''login'') or adult_id = medspil.actor_id() or mine', 'kind in (''job'',''login'')', 'kind in (''job'',''login'')'),
  ('staff', 'kind not in (''visitor'',''forening'',''link'')', 'kind in (''job'',''administrator'')', 'kind in (''job'',''administrator'')'),
  ('identity', 'kind in (''job'',''login'')', 'kind in (''job'',''login'',''administrator'')', 'kind in (''job'',''login'')'),
  ('child_access', 'kind in (''job'',''leader'') or staff_id = medspil.actor_id() or mine', 'kind in (''job'',''login'') or (kind in (''fagperson'',''caseworker'',''fritidsvejleder'') and staff_id = medspil.actor_id()) or (mine and staff_id is null and role in (''caseworker'',''fritidsvejleder''))', 'kind in (''job'',''administrator'',''leader'') or staff_id = medspil.actor_id()'),
  ('session', 'kind in (''job'',''login'')', 'kind = ''login''', 'kind in (''job'',''login'')'),
  ('login_attempt', 'kind = ''login''', 'kind = ''login''', 'kind = ''login'''),
  ('link', 'kind in (''job'',''login'') or (kind = ''link'' and person_id = medspil.actor_id()) or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind = ''job''', 'kind in (''job'',''login'') or (kind = ''link'' and person_id = medspil.actor_id()) or (kind = ''forening'' and forening_id = medspil.actor_id())'),
  ('audit_event', 'kind in (''job'',''leader'',''administrator'') or file', 'true', 'false'),
  ('read_log', 'kind in (''job'',''leader'') or (kind = ''family'' and mine)', 'true', 'false'),
  ('once', 'actor_id = coalesce(medspil.actor_id(), ''00000000-0000-0000-0000-000000000000'') or kind = ''signup-batch''', 'actor_id = coalesce(medspil.actor_id(), ''00000000-0000-0000-0000-000000000000'') or kind = ''signup-batch''', 'false'),
  ('outbox_job', 'kind = ''job''', 'true', 'kind = ''job'''),
  ('effect', 'kind = ''job''', 'kind = ''job''', 'false'),
  ('security_event', 'kind in (''job'',''leader'',''administrator'')', 'true', 'false'),
  ('ordning', 'true', 'kind in (''job'',''administrator'')', 'kind in (''job'',''administrator'')'),
  ('ordning_version', 'true', 'kind in (''job'',''administrator'')', 'kind in (''job'',''administrator'')'),
  ('pool', 'kind not in (''visitor'',''forening'',''link'')', 'kind in (''job'',''administrator'')', 'kind in (''job'',''caseworker'',''fagperson'',''payer'',''administrator'',''signup-batch'',''family'')'),
  ('ledger_account', 'kind in (''job'',''payer'',''leader'',''caseworker'')', 'false', 'false'),
  ('ledger_entry', 'kind in (''job'',''payer'',''leader'',''caseworker'')', 'false', 'false'),
  ('ledger_posting', 'kind in (''job'',''payer'',''leader'',''caseworker'')', 'false', 'false'),
  ('ledger_seal', 'kind in (''job'',''leader'')', 'kind = ''job''', 'false'),
  ('application', 'kind in (''job'',''report'') or file', 'kind = ''job'' or file', 'kind = ''job'' or file'),
  ('consent', 'kind = ''job'' or file', 'kind = ''job'' or file', 'kind = ''job'' or file'),
  ('criterion', 'kind = ''job'' or file', 'kind = ''job'' or file', 'kind = ''job'' or file'),
  ('hearing', 'kind = ''job'' or file', 'kind = ''job'' or (kind = ''caseworker'' and mine)', 'kind = ''job'' or (kind in (''caseworker'',''family'') and mine)'),
  ('decision', 'kind in (''job'',''report'') or file', 'kind = ''job'' or (kind in (''caseworker'',''fagperson'',''family'') and mine)', 'false'),
  ('course', 'kind in (''job'',''report'',''signup-batch'') or mine', 'kind in (''job'',''signup-batch'') or file', 'kind in (''job'',''signup-batch'') or file'),
  ('fritidspas', 'kind in (''job'',''report'',''signup-batch'') or file', 'kind = ''job'' or (kind in (''caseworker'',''fagperson'',''family'') and mine)', 'kind in (''job'',''signup-batch'') or (kind in (''caseworker'',''fritidsvejleder'') and mine)'),
  ('purse', 'kind in (''job'',''report'',''signup-batch'') or file', 'kind = ''job'' or (kind in (''caseworker'',''fagperson'',''family'') and mine)', 'kind in (''job'',''signup-batch'') or (kind in (''caseworker'',''fritidsvejleder'') and mine)'),
  ('hold', 'kind in (''job'',''signup-batch'') or file', 'kind in (''job'',''signup-batch'')', 'kind in (''job'',''signup-batch'')'),
  ('forening', 'true', 'kind in (''job'',''fritidsvejleder'',''administrator'')', 'kind in (''job'',''fritidsvejleder'',''administrator'') or (kind = ''forening'' and id = medspil.actor_id())'),
  ('declaration', 'true', 'kind in (''job'',''fritidsvejleder'') or (kind = ''forening'' and forening_id = medspil.actor_id())', 'false'),
  ('forening_contact', 'kind in (''job'',''caseworker'',''fritidsvejleder'',''payer'',''administrator'') or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind in (''job'',''fritidsvejleder'') or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind in (''job'',''fritidsvejleder'') or (kind = ''forening'' and forening_id = medspil.actor_id())'),
  ('offer', 'true', 'kind in (''job'',''fritidsvejleder'',''administrator'') or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind in (''job'',''fritidsvejleder'',''administrator'',''signup-batch'') or (kind = ''forening'' and forening_id = medspil.actor_id())'),
  ('occurrence', 'true', 'kind in (''job'',''fritidsvejleder'',''administrator'') or offer_id in (select medspil.my_offers())', 'kind in (''job'',''fritidsvejleder'',''administrator'') or offer_id in (select medspil.my_offers())'),
  ('signup', 'kind in (''job'',''report'',''signup-batch'') or file or offer_id in (select medspil.my_offers())', 'kind in (''job'',''signup-batch'')', 'kind in (''job'',''signup-batch'') or file or offer_id in (select medspil.my_offers())'),
  ('holiday_program', 'true', 'kind in (''job'',''administrator'')', 'kind in (''job'',''administrator'')'),
  ('attendance_mark', 'kind in (''job'',''report'') or file or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind = ''job'' or (kind = ''forening'' and forening_id = medspil.actor_id())', 'false'),
  ('claim', 'kind in (''job'',''report'',''payer'',''caseworker'',''leader'') or file or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind = ''job''', 'kind in (''job'',''payer'',''caseworker'')'),
  ('payout', 'kind in (''job'',''payer'',''caseworker'',''leader'') or (kind = ''forening'' and id in (select l.payout_id from payout_line l where l.forening_id = medspil.actor_id()))', 'kind in (''job'',''payer'',''caseworker'')', 'kind in (''job'',''payer'',''caseworker'')'),
  ('payout_approval', 'kind in (''job'',''payer'',''caseworker'',''leader'')', 'kind = ''payer''', 'false'),
  ('payout_line', 'kind in (''job'',''payer'',''caseworker'',''leader'') or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind in (''job'',''payer'',''caseworker'')', 'kind in (''job'',''payer'',''caseworker'')'),
  ('clawback', 'kind in (''job'',''payer'',''caseworker'',''leader'') or file or (kind = ''forening'' and forening_id = medspil.actor_id())', 'kind in (''job'',''caseworker'')', 'kind in (''job'',''payer'',''caseworker'')'),
  ('stripe_event', 'kind = ''job''', 'kind = ''job''', 'kind = ''job'''),
  ('follow_up', 'kind in (''job'',''report'') or file or (kind = ''link'' and id in (select medspil.my_questions()))', 'kind = ''job'' or file', 'kind = ''job'' or file or (kind = ''link'' and id in (select medspil.my_questions()))'),
  ('task', 'kind = ''job'' or file', 'kind = ''job'' or file or (kind = ''link'' and follow_up_id in (select medspil.my_questions()))', 'kind = ''job'' or file'),
  ('fritidsguide', 'kind in (''job'',''login'',''fritidsvejleder'',''administrator'') or id = medspil.actor_id() or (kind = ''family'' and id in (select m.guide_id from guide_match m where m.child_id in (select medspil.my_children())))', 'kind in (''job'',''fritidsvejleder'')', 'kind in (''job'',''fritidsvejleder'')'),
  ('guide_match', 'kind in (''job'',''report'') or mine', 'kind in (''job'',''fritidsvejleder'')', 'kind = ''job'' or mine'),
  ('escort', 'kind = ''job'' or mine', 'kind = ''job'' or (kind in (''fritidsguide'',''fritidsvejleder'') and mine)', 'kind = ''job'' or (kind in (''fritidsguide'',''fritidsvejleder'') and mine)'),
  ('letter', 'kind = ''job'' or receiver_id = medspil.actor_id() or (kind in (''caseworker'',''fritidsvejleder'') and mine)', 'kind = ''job'' or (kind in (''caseworker'',''fagperson'',''family'') and mine)', 'kind = ''job'' or receiver_id = medspil.actor_id()'),
  ('journal_entry', 'kind = ''job'' or (kind in (''caseworker'',''fritidsvejleder'') and mine)', 'kind = ''job'' or file', 'false'),
  ('message', 'kind = ''job''', 'kind in (''job'',''login'')', 'kind = ''job''');

create function medspil.spelled_out(rule text) returns text language sql immutable as $$
  select regexp_replace(regexp_replace(replace(rule, 'kind ', 'medspil.actor_kind() '), '\ymine\y', 'child_id in (select medspil.my_children())', 'g'),
    '\yfile\y', '(medspil.actor_kind() <> ''fritidsguide'' and child_id in (select medspil.my_children()))', 'g')
$$;
do $$
declare
  r record;
  say constant text := 'kommune_id = medspil.kommune() and (%s)';
  rule text;
begin
  execute 'alter table kommune enable row level security';
  execute 'alter table kommune force row level security';
  execute 'create policy kommune_select on kommune for select using (true)';
  execute 'create policy kommune_insert on kommune for insert with check (false)';
  execute 'create policy kommune_update on kommune for update using (id = medspil.kommune() and medspil.actor_kind() = ''administrator'')';
  execute 'create policy kommune_delete on kommune for delete using (false)';
  for r in select * from medspil.access_rule loop
    execute format('alter table %I enable row level security', r.tab);
    execute format('alter table %I force row level security', r.tab);
    rule := format(say, medspil.spelled_out(r.reads));
    execute format('create policy %I on %I for select using (%s)', r.tab || '_select', r.tab, rule);
    rule := format(say, medspil.spelled_out(r.adds));
    execute format('create policy %I on %I for insert with check (%s)', r.tab || '_insert', r.tab, rule);
    rule := format(say, medspil.spelled_out(r.changes));
    execute format('create policy %I on %I for update using (%s) with check (%s)', r.tab || '_update', r.tab, rule, rule);
    execute format('create policy %I on %I for delete using (false)', r.tab || '_delete', r.tab);
  end loop;
end $$;
drop table medspil.access_rule;
drop function medspil.spelled_out(text);

-- Grants -----------------------------------------------------------------------------------------------------------
-- Columns by name: what stands once may not be changed even by our own API, and new columns start without rights.
do $$
declare r record; cols text;
begin
  for r in select table_name as tab from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like '\_%' loop
    select string_agg(quote_ident(column_name), ', ') into cols from information_schema.columns where table_schema = 'public' and table_name = r.tab;
    execute format('grant select on %I to medspil_app, medspil_worker', r.tab);
    if r.tab not in ('kommune', 'ledger_account', 'ledger_entry', 'ledger_posting') then
      execute format('grant insert (%s) on %I to medspil_app, medspil_worker', cols, r.tab);
    end if;
    select string_agg(quote_ident(column_name), ', ') into cols from information_schema.columns
      where table_schema = 'public' and table_name = r.tab
        and column_name not in ('kommune_id', 'id', 'child_id', 'created_at', 'at', 'cvr');
    if cols is not null and r.tab not in ('kommune_key', 'audit_event', 'read_log', 'once', 'effect', 'security_event', 'ledger_account', 'ledger_entry', 'ledger_posting', 'ledger_seal',
        'decision', 'declaration', 'attendance_mark', 'payout_approval', 'journal_entry') then
      execute format('grant update (%s) on %I to medspil_app, medspil_worker', cols, r.tab);
    end if;
  end loop;
end $$;
revoke update on kommune from medspil_worker;
grant select on offer, signup, occurrence, person, relation, child_access, staff, guide_match, link to medspil_counter;
grant select (kommune_id, code_hash, state, valid_from, valid_to, display_name) on fritidspas to medspil_counter;
grant update (taken, waiting_last) on offer to medspil_counter;
grant select, insert on ledger_entry, ledger_posting to medspil_counter;
grant select, insert on ledger_account to medspil_counter;
grant update (balance) on ledger_account to medspil_counter;
grant usage on sequence ledger_entry_number_seq to medspil_counter;
grant execute on function medspil.kommune(), medspil.actor_kind(), medspil.actor_id(), medspil.today() to public;
-- The report reads how far courses have come, never a person, a name or a reason.
grant select (kommune_id, id, child_id, ordning_id, state, has_guidance, has_pass, area, birth_year, met_on, granted_on, first_training_on, closed_on, closed_as) on course to medspil_reader;
grant select (kommune_id, id, course_id, state, valid_from, valid_to, issued_at) on fritidspas to medspil_reader;
grant select (kommune_id, id, fritidspas_id, purse, granted, available, held, spent, returned) on purse to medspil_reader;
grant select (kommune_id, id, course_id, offer_id, program_id, state, place, pass_pays, created_at, started_on, ended_on) on signup to medspil_reader;
grant select (kommune_id, id, course_id, "check", due_on, state, result, answered_at) on follow_up to medspil_reader;
grant select (kommune_id, id, course_id, amount, state) on claim to medspil_reader;
grant select (kommune_id, signup_id, day, mark, marked_at) on attendance_mark to medspil_reader;
grant select on pool, ordning, ordning_version, offer, kommune, holiday_program to medspil_reader;

-- Functions --------------------------------------------------------------------------------------------------------
-- Places are counted here because a family cannot see other families' rows. Locks in id order, so that batches cannot
-- deadlock, and takes the kommune from the setting alone.
create function medspil.lock_offers(ids uuid[]) returns table (id uuid, capacity int, taken int, waiting_last bigint, waiting int)
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform 1 from public.offer o where o.kommune_id = medspil.kommune() and o.id = any(ids) order by o.id for no key update;
  return query select o.id, o.capacity, o.taken, o.waiting_last,
      (select count(*)::int from public.signup s where s.kommune_id = o.kommune_id and s.offer_id = o.id and s.state = 'waiting')
    from public.offer o where o.kommune_id = medspil.kommune() and o.id = any(ids);
end $$;
-- The one counter of places follows the rows, whoever writes them; offer_capacity stops the statement that would oversell.
create function medspil.count_places() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    update public.offer o set taken = o.taken + d.n, waiting_last = greatest(o.waiting_last, d.last)
      from (select kommune_id, offer_id, count(*) filter (where place)::int as n, coalesce(max(waiting_number), 0) as last from new_rows group by 1, 2) d
      where o.kommune_id = d.kommune_id and o.id = d.offer_id;
  else
    update public.offer o set taken = o.taken + d.n
      from (select n.kommune_id, n.offer_id, (sum(n.place::int) - sum(p.place::int))::int as n from new_rows n
              join old_rows p on p.kommune_id = n.kommune_id and p.id = n.id group by 1, 2 having sum(n.place::int) <> sum(p.place::int)) d
      where o.kommune_id = d.kommune_id and o.id = d.offer_id;
  end if;
  return null;
end $$;
create trigger signup_places_in after insert on signup referencing new table as new_rows for each statement execute function medspil.count_places();
create trigger signup_places_up after update on signup referencing new table as new_rows old table as old_rows for each statement execute function medspil.count_places();

create function medspil.person_by_cpr(wanted bytea) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select p.id from public.person p where p.kommune_id = medspil.kommune() and p.cpr_index = wanted
$$;

-- A card is asked about by the hash of its code alone: nobody outside the file can list passes.
create function medspil.pass_by_code(wanted bytea) returns table (state text, valid_from date, valid_to date, display_name text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.state, p.valid_from, p.valid_to, p.display_name from public.fritidspas p where p.kommune_id = medspil.kommune() and p.code_hash = wanted
$$;

-- The only way into the ledger: header, lines and balances in one statement.
-- Shape: [{id, kind, at, day, subjectId, reversesId?, postings: [{account, kind, mayGoBelowZero, amount}]}], amounts in øre as text.
create function medspil.post_entries(entries jsonb) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare k uuid := medspil.kommune();
begin
  if k is null then raise exception 'no kommune is set'; end if;
  insert into public.ledger_account (kommune_id, id, key, kind, may_go_below_zero)
    select distinct on (p.account) k, gen_random_uuid(), p.account, p.kind, p."mayGoBelowZero"
      from jsonb_array_elements(entries) e, jsonb_to_recordset(e -> 'postings') as p(account text, kind text, "mayGoBelowZero" boolean)
      order by p.account
    on conflict (kommune_id, key) do nothing;
  insert into public.ledger_entry (kommune_id, id, kind, at, day, subject_id, reverses_id)
    select k, e.id, e.kind, e.at, e.day, e."subjectId", e."reversesId"
      from jsonb_to_recordset(entries) as e(id uuid, kind text, at timestamptz, day date, "subjectId" uuid, "reversesId" uuid);
  insert into public.ledger_posting (kommune_id, entry_id, account_id, amount)
    select k, (e ->> 'id')::uuid, a.id, p.amount
      from jsonb_array_elements(entries) e, jsonb_to_recordset(e -> 'postings') as p(account text, amount bigint)
      join public.ledger_account a on a.kommune_id = k and a.key = p.account;
  -- Accounts are changed in key order, so that two batches cannot wait for each other.
  perform 1 from public.ledger_account a where a.kommune_id = k
    and a.key in (select p.account from jsonb_array_elements(entries) e, jsonb_to_recordset(e -> 'postings') as p(account text)) order by a.key for no key update;
  update public.ledger_account a set balance = a.balance + d.amount
    from (select p.account, sum(p.amount) as amount
            from jsonb_array_elements(entries) e, jsonb_to_recordset(e -> 'postings') as p(account text, amount bigint) group by 1) d
    where a.kommune_id = k and a.key = d.account;
end $$;
alter table ledger_account add constraint ledger_account_floor check (may_go_below_zero or balance >= 0);
create function medspil.entry_balances() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if (select coalesce(sum(amount), 0) <> 0 or count(*) < 2 from public.ledger_posting where kommune_id = new.kommune_id and entry_id = new.entry_id) then
    raise exception 'ledger entry % does not balance', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_posting deferrable initially deferred for each row execute function medspil.entry_balances();
create function medspil.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: what is written stays', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$
declare t text;
begin
  foreach t in array array['ledger_entry', 'ledger_posting', 'ledger_seal', 'audit_event', 'read_log', 'decision', 'payout_approval', 'attendance_mark', 'journal_entry', 'once'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function medspil.refuse_change()', t || '_stays', t);
    execute format('create trigger %I before truncate on %I for each statement execute function medspil.refuse_change()', t || '_stays_whole', t);
  end loop;
end $$;

grant create on schema medspil to medspil_counter;
alter function medspil.is_sheltered(uuid) owner to medspil_counter;
alter function medspil.my_children() owner to medspil_counter;
alter function medspil.my_adults() owner to medspil_counter;
alter function medspil.my_offers() owner to medspil_counter;
alter function medspil.my_questions() owner to medspil_counter;
alter function medspil.pass_by_code(bytea) owner to medspil_counter;
alter function medspil.lock_offers(uuid[]) owner to medspil_counter;
alter function medspil.count_places() owner to medspil_counter;
alter function medspil.person_by_cpr(bytea) owner to medspil_counter;
alter function medspil.post_entries(jsonb) owner to medspil_counter;
alter function medspil.entry_balances() owner to medspil_counter;
revoke create on schema medspil from medspil_counter;
revoke execute on all functions in schema medspil from public;
grant execute on function medspil.kommune(), medspil.actor_kind(), medspil.actor_id(), medspil.today(), medspil.is_sheltered(uuid), medspil.my_children(), medspil.my_adults(), medspil.my_offers(), medspil.my_questions()
  to medspil_app, medspil_worker, medspil_reader, medspil_counter;
grant execute on function medspil.lock_offers(uuid[]), medspil.person_by_cpr(bytea), medspil.pass_by_code(bytea), medspil.post_entries(jsonb) to medspil_app, medspil_worker;
