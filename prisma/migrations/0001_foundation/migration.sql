-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('owner', 'manager', 'consultant', 'employee');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('before', 'during', 'after');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('in_person', 'phone', 'video', 'chat', 'email', 'web');

-- CreateEnum
CREATE TYPE "Consent" AS ENUM ('given', 'not_asked', 'refused');

-- CreateEnum
CREATE TYPE "SuppressionReason" AS ENUM ('unsubscribed', 'suppressed', 'undeliverable');

-- CreateEnum
CREATE TYPE "EncounterSource" AS ENUM ('manual', 'csv', 'api');

-- CreateEnum
CREATE TYPE "NoInvitationReason" AS ENUM ('no_contact', 'no_consent', 'unsubscribed', 'suppressed', 'undeliverable', 'quarantined', 'no_survey', 'survey_paused', 'duplicate', 'too_old', 'channel_failed', 'erased');

-- CreateEnum
CREATE TYPE "SurveyStatus" AS ENUM ('draft', 'published', 'paused', 'archived');

-- CreateEnum
CREATE TYPE "MetricKey" AS ENUM ('nps', 'csat', 'ces');

-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('score', 'choice', 'text');

-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('scheduled', 'sent', 'answered', 'not_sent');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('invitation', 'first_reminder', 'second_reminder');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'handed_over', 'accepted', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('employees', 'customers', 'encounters');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('uploaded', 'running', 'finished', 'failed');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'fi',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "oidc_subject" TEXT,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "user_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Helsinki',
    "language" TEXT NOT NULL DEFAULT 'fi',
    "languages" TEXT[] DEFAULT ARRAY['fi', 'sv', 'en']::TEXT[],
    "minimum_n" INTEGER NOT NULL DEFAULT 5,
    "quarantine_days" INTEGER NOT NULL DEFAULT 30,
    "sender_name" TEXT,
    "reply_to" TEXT,
    "accent_color" TEXT NOT NULL DEFAULT '#0f766e',
    "logo" BYTEA,
    "logo_type" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "setup_done_at" TIMESTAMPTZ(3),

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "employee_id" UUID,
    "all_locations" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "member_locations" (
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,

    CONSTRAINT "member_locations_pkey" PRIMARY KEY ("organization_id","member_id","location_id")
);

-- CreateTable
CREATE TABLE "member_invitations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "employee_id" UUID,
    "all_locations" BOOLEAN NOT NULL DEFAULT true,
    "location_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "language" TEXT NOT NULL DEFAULT 'fi',
    "token_hash" BYTEA NOT NULL,
    "invited_by_user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_invitations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "activity_events" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "activity_events_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "locations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "external_reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "locations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "teams" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "teams_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "employees" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "title" TEXT,
    "external_reference" TEXT,
    "location_id" UUID NOT NULL,
    "team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "employees_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "customers" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "external_reference" TEXT,
    "language" TEXT NOT NULL,
    "segment" TEXT,
    "consent" "Consent" NOT NULL DEFAULT 'not_asked',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "suppressed_addresses" (
    "organization_id" UUID NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "reason" "SuppressionReason" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppressed_addresses_pkey" PRIMARY KEY ("organization_id","address_hash")
);

-- CreateTable
CREATE TABLE "touchpoints" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "public_names" JSONB NOT NULL DEFAULT '{}',
    "stage" "Stage" NOT NULL,
    "channel" "Channel" NOT NULL,
    "is_critical" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "touchpoints_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "encounter_types" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "encounter_types_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "encounters" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "team_id" UUID,
    "encounter_type_id" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "segment" TEXT,
    "customer_id" UUID,
    "external_reference" TEXT,
    "source" "EncounterSource" NOT NULL DEFAULT 'manual',
    "recorded_by_user_id" UUID,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "no_invitation_reason" "NoInvitationReason",
    "quarantined_until" TIMESTAMPTZ(3),

    CONSTRAINT "encounters_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "surveys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "SurveyStatus" NOT NULL DEFAULT 'draft',
    "draft" JSONB NOT NULL,
    "current_version_id" UUID,
    "delay_minutes" INTEGER NOT NULL DEFAULT 60,
    "reminder_count" INTEGER NOT NULL DEFAULT 1,
    "reminder_after_days" INTEGER NOT NULL DEFAULT 3,
    "expiry_days" INTEGER NOT NULL DEFAULT 14,
    "quarantine_days" INTEGER,
    "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "survey_encounter_types" (
    "organization_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "encounter_type_id" UUID NOT NULL,

    CONSTRAINT "survey_encounter_types_pkey" PRIMARY KEY ("organization_id","survey_id","encounter_type_id")
);

-- CreateTable
CREATE TABLE "survey_touchpoints" (
    "organization_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,

    CONSTRAINT "survey_touchpoints_pkey" PRIMARY KEY ("organization_id","survey_id","touchpoint_id")
);

-- CreateTable
CREATE TABLE "survey_versions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_user_id" UUID,

    CONSTRAINT "survey_versions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "questions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "is_main" BOOLEAN NOT NULL,
    "metric" "MetricKey",
    "scale_min" SMALLINT,
    "scale_max" SMALLINT,
    "texts" JSONB NOT NULL,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "encounter_id" UUID NOT NULL,
    "customer_id" UUID,
    "survey_id" UUID NOT NULL,
    "survey_version_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'scheduled',
    "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
    "token_seed" BYTEA,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "bounced_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "invitation_mails" (
    "organization_id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_over_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "server_reply" TEXT,

    CONSTRAINT "invitation_mails_pkey" PRIMARY KEY ("organization_id","invitation_id","kind")
);

-- CreateTable
CREATE TABLE "responses" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "respondent_key_hash" BYTEA NOT NULL,
    "encounter_id" UUID,
    "survey_id" UUID NOT NULL,
    "survey_version_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "follow_up" TEXT,
    "comment" TEXT,
    "touchpoint_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "team_id" UUID,
    "encounter_type_id" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "segment" TEXT,
    "searchable" tsvector,

    CONSTRAINT "responses_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "answers" (
    "organization_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "metric" "MetricKey" NOT NULL,
    "is_main" BOOLEAN NOT NULL,
    "score" SMALLINT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "team_id" UUID,
    "encounter_type_id" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "segment" TEXT,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("organization_id","response_id","question_id")
);

-- CreateTable
CREATE TABLE "chosen_options" (
    "organization_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "option_key" TEXT NOT NULL,

    CONSTRAINT "chosen_options_pkey" PRIMARY KEY ("organization_id","response_id","question_id","option_key")
);

-- CreateTable
CREATE TABLE "imports" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "encoding" TEXT,
    "delimiter" TEXT,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "rows_stored" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_rejections" (
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "import_rejections_pkey" PRIMARY KEY ("organization_id","import_id","line","column")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "organization_id" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("organization_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_oidc_subject_key" ON "users"("oidc_subject");

-- CreateIndex
CREATE INDEX "user_sessions_user_id_idx" ON "user_sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");

-- CreateIndex
CREATE INDEX "password_resets_user_id_idx" ON "password_resets"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_organization_id_user_id_key" ON "members"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_invitations_token_hash_key" ON "member_invitations"("token_hash");

-- CreateIndex
CREATE INDEX "activity_events_organization_id_occurred_at_idx" ON "activity_events"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "employees_organization_id_location_id_idx" ON "employees"("organization_id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "employees_organization_id_external_reference_key" ON "employees"("organization_id", "external_reference");

-- CreateIndex
CREATE INDEX "customers_organization_id_email_idx" ON "customers"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "customers_organization_id_external_reference_key" ON "customers"("organization_id", "external_reference");

-- CreateIndex
CREATE INDEX "encounters_organization_id_occurred_at_idx" ON "encounters"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "encounters_organization_id_customer_id_occurred_at_idx" ON "encounters"("organization_id", "customer_id", "occurred_at");

-- CreateIndex
CREATE INDEX "encounters_organization_id_employee_id_occurred_at_idx" ON "encounters"("organization_id", "employee_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "encounters_organization_id_external_reference_key" ON "encounters"("organization_id", "external_reference");

-- CreateIndex
CREATE UNIQUE INDEX "survey_versions_organization_id_survey_id_number_key" ON "survey_versions"("organization_id", "survey_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "questions_organization_id_survey_version_id_key_key" ON "questions"("organization_id", "survey_version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organization_id_sent_at_idx" ON "invitations"("organization_id", "sent_at");

-- CreateIndex
CREATE INDEX "invitations_organization_id_customer_id_sent_at_idx" ON "invitations"("organization_id", "customer_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_organization_id_encounter_id_key" ON "invitations"("organization_id", "encounter_id");

-- CreateIndex
CREATE UNIQUE INDEX "responses_respondent_key_hash_key" ON "responses"("respondent_key_hash");

-- CreateIndex
CREATE INDEX "responses_organization_id_answered_at_idx" ON "responses"("organization_id", "answered_at");

-- CreateIndex
CREATE UNIQUE INDEX "responses_organization_id_encounter_id_key" ON "responses"("organization_id", "encounter_id");

-- CreateIndex
CREATE INDEX "answers_organization_id_answered_at_idx" ON "answers"("organization_id", "answered_at");

-- CreateIndex
CREATE INDEX "answers_organization_id_employee_id_answered_at_idx" ON "answers"("organization_id", "employee_id", "answered_at");

-- AddForeignKey
ALTER TABLE "user_sessions" ADD CONSTRAINT "user_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member_locations" ADD CONSTRAINT "member_locations_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_locations" ADD CONSTRAINT "member_locations_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_invitations" ADD CONSTRAINT "member_invitations_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locations" ADD CONSTRAINT "locations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locations" ADD CONSTRAINT "locations_organization_id_parent_id_fkey" FOREIGN KEY ("organization_id", "parent_id") REFERENCES "locations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employees" ADD CONSTRAINT "employees_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppressed_addresses" ADD CONSTRAINT "suppressed_addresses_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounter_types" ADD CONSTRAINT "encounter_types_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_encounter_type_id_fkey" FOREIGN KEY ("organization_id", "encounter_type_id") REFERENCES "encounter_types"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "encounters" ADD CONSTRAINT "encounters_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "imports"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_encounter_types" ADD CONSTRAINT "survey_encounter_types_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_encounter_types" ADD CONSTRAINT "survey_encounter_types_organization_id_encounter_type_id_fkey" FOREIGN KEY ("organization_id", "encounter_type_id") REFERENCES "encounter_types"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_touchpoints" ADD CONSTRAINT "survey_touchpoints_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_touchpoints" ADD CONSTRAINT "survey_touchpoints_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_survey_version_id_fkey" FOREIGN KEY ("organization_id", "survey_version_id") REFERENCES "survey_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounters"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_survey_version_id_fkey" FOREIGN KEY ("organization_id", "survey_version_id") REFERENCES "survey_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_mails" ADD CONSTRAINT "invitation_mails_organization_id_invitation_id_fkey" FOREIGN KEY ("organization_id", "invitation_id") REFERENCES "invitations"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounters"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_survey_id_fkey" FOREIGN KEY ("organization_id", "survey_id") REFERENCES "surveys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_survey_version_id_fkey" FOREIGN KEY ("organization_id", "survey_version_id") REFERENCES "survey_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "responses" ADD CONSTRAINT "responses_organization_id_encounter_type_id_fkey" FOREIGN KEY ("organization_id", "encounter_type_id") REFERENCES "encounter_types"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_question_id_fkey" FOREIGN KEY ("organization_id", "question_id") REFERENCES "questions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_organization_id_encounter_type_id_fkey" FOREIGN KEY ("organization_id", "encounter_type_id") REFERENCES "encounter_types"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chosen_options" ADD CONSTRAINT "chosen_options_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chosen_options" ADD CONSTRAINT "chosen_options_organization_id_question_id_fkey" FOREIGN KEY ("organization_id", "question_id") REFERENCES "questions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejections" ADD CONSTRAINT "import_rejections_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "imports"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------------------
-- Finished by hand from here: what the datamodel cannot say.
-- ------------------------------------------------------------------------------------------------------------------

-- The settings a transaction runs under; unset and empty both mean "nobody".
CREATE FUNCTION app_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.organization_id', true), '')::uuid;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;
CREATE FUNCTION app_sign_in_email() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.sign_in_email', true), '');
CREATE FUNCTION app_token_hash() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN decode(nullif(current_setting('app.token_hash', true), ''), 'hex');

GRANT USAGE ON SCHEMA public TO lastmetre_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO lastmetre_app;
REVOKE ALL ON _prisma_migrations FROM lastmetre_app;
GRANT SELECT ON _prisma_migrations TO lastmetre_app;
-- The audit trail and published versions are written once.
REVOKE UPDATE, DELETE ON activity_events, survey_versions, questions FROM lastmetre_app;
REVOKE DELETE ON organizations, users FROM lastmetre_app;

-- Row-level security, forced: it binds the tables' owner too. A table with organization_id is a tenant table.
DO $$
DECLARE tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'organization_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) '
                   'WITH CHECK (organization_id = app_organization_id())', tenant_table);
  END LOOP;
END $$;

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organizations USING (id = app_organization_id()) WITH CHECK (id = app_organization_id());
CREATE POLICY of_own_membership ON organizations FOR SELECT
  USING (id IN (SELECT organization_id FROM members WHERE user_id = app_user_id()));

-- A user sees the own memberships before an organization is chosen.
CREATE POLICY own_membership ON members FOR SELECT USING (user_id = app_user_id());
CREATE POLICY own_locations ON member_locations FOR SELECT
  USING ((organization_id, member_id) IN (SELECT organization_id, id FROM members WHERE user_id = app_user_id()));

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY own_user ON users USING (id = app_user_id()) WITH CHECK (id = app_user_id());
CREATE POLICY signing_in ON users FOR SELECT USING (email = app_sign_in_email());
CREATE POLICY fellow_member ON users FOR SELECT
  USING (id IN (SELECT user_id FROM members WHERE organization_id = app_organization_id()));

ALTER TABLE user_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY own_sessions ON user_sessions USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());

ALTER TABLE password_resets ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_resets FORCE ROW LEVEL SECURITY;
CREATE POLICY own_resets ON password_resets USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());

-- From a token to its scope: the one way in for people without a session. The policies below hold for the function's
-- owner only and show the one row whose hash was presented.
CREATE POLICY by_token ON invitations FOR SELECT TO CURRENT_USER USING (token_hash = app_token_hash());
CREATE POLICY by_token ON member_invitations FOR SELECT TO CURRENT_USER USING (token_hash = app_token_hash());
CREATE POLICY by_token ON password_resets FOR SELECT TO CURRENT_USER USING (token_hash = app_token_hash());

CREATE FUNCTION resolve_token(presented_hash bytea)
RETURNS TABLE (kind text, organization_id uuid, subject_id uuid, user_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.token_hash', encode(presented_hash, 'hex'), true);
  RETURN QUERY
    SELECT 'invitation', i.organization_id, i.id, NULL::uuid FROM invitations i WHERE i.token_hash = presented_hash
    UNION ALL
    SELECT 'member_invitation', m.organization_id, m.id, NULL::uuid FROM member_invitations m
      WHERE m.token_hash = presented_hash
    UNION ALL
    SELECT 'password_reset', NULL::uuid, p.id, p.user_id FROM password_resets p WHERE p.token_hash = presented_hash;
  PERFORM set_config('app.token_hash', '', true);
END $$;
REVOKE ALL ON FUNCTION resolve_token(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resolve_token(bytea) TO lastmetre_app;

-- Attribution is frozen when the encounter is recorded: re-organising teams later never rewrites history.
CREATE FUNCTION refuse_changed_attribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.organization_id, NEW.touchpoint_id, NEW.employee_id, NEW.location_id, NEW.encounter_type_id, NEW.channel)
       IS DISTINCT FROM
     (OLD.organization_id, OLD.touchpoint_id, OLD.employee_id, OLD.location_id, OLD.encounter_type_id, OLD.channel)
     OR NEW.team_id IS DISTINCT FROM OLD.team_id OR NEW.segment IS DISTINCT FROM OLD.segment THEN
    RAISE EXCEPTION 'attribution of % is frozen', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_attribution BEFORE UPDATE ON encounters FOR EACH ROW EXECUTE FUNCTION refuse_changed_attribution();
CREATE TRIGGER frozen_attribution BEFORE UPDATE ON responses FOR EACH ROW EXECUTE FUNCTION refuse_changed_attribution();
CREATE TRIGGER frozen_attribution BEFORE UPDATE ON answers FOR EACH ROW EXECUTE FUNCTION refuse_changed_attribution();

-- A published version never changes, whoever asks.
CREATE FUNCTION refuse_changed_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of a published survey never change', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON survey_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_version();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON questions
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_version();

-- Out-of-scale codes are never scores.
ALTER TABLE answers ADD CONSTRAINT score_on_scale CHECK (
  CASE metric WHEN 'nps' THEN score BETWEEN 0 AND 10 WHEN 'csat' THEN score BETWEEN 1 AND 5
              WHEN 'ces' THEN score BETWEEN 1 AND 7 END);
ALTER TABLE organizations
  ADD CONSTRAINT minimum_n_sensible CHECK (minimum_n BETWEEN 1 AND 1000),
  ADD CONSTRAINT quarantine_sensible CHECK (quarantine_days BETWEEN 0 AND 3650),
  ADD CONSTRAINT slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT languages_known CHECK (languages <@ ARRAY['fi', 'sv', 'en'] AND cardinality(languages) > 0
                                        AND language = ANY (languages));
ALTER TABLE users ADD CONSTRAINT email_lower_case CHECK (email = lower(email));
ALTER TABLE surveys ADD CONSTRAINT schedule_sensible CHECK (
  delay_minutes BETWEEN 0 AND 43200 AND reminder_count BETWEEN 0 AND 2 AND reminder_after_days BETWEEN 1 AND 60
  AND expiry_days BETWEEN 1 AND 365);

-- Comments are searched in the language they were written in.
ALTER TABLE responses DROP COLUMN searchable;
ALTER TABLE responses ADD COLUMN searchable tsvector GENERATED ALWAYS AS (
  to_tsvector(CASE language WHEN 'fi' THEN 'finnish'::regconfig WHEN 'sv' THEN 'swedish'::regconfig
                            ELSE 'english'::regconfig END,
              coalesce(follow_up, '') || ' ' || coalesce(comment, ''))) STORED;
