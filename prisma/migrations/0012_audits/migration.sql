-- CreateEnum
CREATE TYPE "AuditFormStatus" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "AuditItemKind" AS ENUM ('yes_no', 'scale', 'single_choice', 'multiple_choice', 'number', 'duration', 'text', 'photo');

-- CreateEnum
CREATE TYPE "ProgrammeStatus" AS ENUM ('draft', 'active', 'ended');

-- CreateEnum
CREATE TYPE "AssignmentStatus" AS ENUM ('offered', 'accepted', 'declined', 'cancelled');

-- CreateEnum
CREATE TYPE "AuditKind" AS ENUM ('mystery', 'observation');

-- CreateEnum
CREATE TYPE "AuditStatus" AS ENUM ('draft', 'submitted', 'in_review', 'returned', 'published');

-- CreateEnum
CREATE TYPE "AppealKind" AS ENUM ('factual_error', 'misapplied_criterion', 'circumstances', 'other');

-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('open', 'upheld', 'changed', 'withdrawn');

-- CreateEnum
CREATE TYPE "FileStorage" AS ENUM ('database', 'bucket');

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "may_observe" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "behaviour_id" UUID;

-- CreateTable
CREATE TABLE "member_mails" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL DEFAULT '',
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_over_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_mails_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "behaviours" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT,
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL DEFAULT '{}',
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "behaviours_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_forms" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "AuditFormStatus" NOT NULL DEFAULT 'draft',
    "draft" JSONB NOT NULL,
    "current_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_forms_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_form_touchpoints" (
    "organization_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,

    CONSTRAINT "audit_form_touchpoints_pkey" PRIMARY KEY ("organization_id","form_id","touchpoint_id")
);

-- CreateTable
CREATE TABLE "audit_form_encounter_types" (
    "organization_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "encounter_type_id" UUID NOT NULL,

    CONSTRAINT "audit_form_encounter_types_pkey" PRIMARY KEY ("organization_id","form_id","encounter_type_id")
);

-- CreateTable
CREATE TABLE "audit_form_versions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_user_id" UUID,

    CONSTRAINT "audit_form_versions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_items" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "form_version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "section_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "AuditItemKind" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "is_critical" BOOLEAN NOT NULL,
    "is_bonus" BOOLEAN NOT NULL,
    "texts" JSONB NOT NULL,
    "behaviour_id" UUID,

    CONSTRAINT "audit_items_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_programmes" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "ProgrammeStatus" NOT NULL DEFAULT 'draft',
    "objective" TEXT NOT NULL,
    "form_id" UUID NOT NULL,
    "encounter_type_id" UUID,
    "scenario" TEXT NOT NULL,
    "brief" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "days_between_visits" INTEGER,
    "most_visits_per_day" INTEGER,
    "first_look_days" INTEGER NOT NULL DEFAULT 3,
    "appeal_days" INTEGER NOT NULL DEFAULT 14,
    "quiz" JSONB NOT NULL DEFAULT '[]',
    "staff_informed_on" DATE,
    "attested_by_member_id" UUID,
    "attested_by_name" TEXT,
    "attested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_programmes_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_targets" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "team_id" UUID,
    "visits" INTEGER NOT NULL,

    CONSTRAINT "audit_targets_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_assignments" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "team_id" UUID,
    "double_visit_id" UUID,
    "window_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "window_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "AssignmentStatus" NOT NULL DEFAULT 'offered',
    "note" TEXT,
    "decline_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_user_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_assignments_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_conflicts" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "location_id" UUID,
    "employee_id" UUID,
    "reason" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_conflicts_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_briefings" (
    "organization_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "passed_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_briefings_pkey" PRIMARY KEY ("organization_id","programme_id","member_id")
);

-- CreateTable
CREATE TABLE "audits" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "AuditKind" NOT NULL,
    "status" "AuditStatus" NOT NULL DEFAULT 'draft',
    "form_version_id" UUID NOT NULL,
    "programme_id" UUID,
    "assignment_id" UUID,
    "double_visit_id" UUID,
    "auditor_member_id" UUID NOT NULL,
    "touchpoint_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "team_id" UUID,
    "encounter_type_id" UUID,
    "channel" "Channel" NOT NULL,
    "employee_id" UUID,
    "staff_informed_on" DATE,
    "visit_started_at" TIMESTAMPTZ(3),
    "visit_ended_at" TIMESTAMPTZ(3),
    "summary" TEXT,
    "strengths" TEXT,
    "suggestions" TEXT,
    "score" DOUBLE PRECISION,
    "is_failed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "times_returned" INTEGER NOT NULL DEFAULT 0,
    "reviewer_member_id" UUID,
    "review_started_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "others_from" TIMESTAMPTZ(3),
    "appeal_until" TIMESTAMPTZ(3),

    CONSTRAINT "audits_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_answers" (
    "organization_id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "is_not_applicable" BOOLEAN NOT NULL DEFAULT false,
    "number" DOUBLE PRECISION,
    "option_keys" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" TEXT,
    "comment" TEXT,
    "earned" DOUBLE PRECISION,
    "possible" DOUBLE PRECISION,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_answers_pkey" PRIMARY KEY ("organization_id","audit_id","item_id")
);

-- CreateTable
CREATE TABLE "audit_section_scores" (
    "organization_id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "section_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "score" DOUBLE PRECISION,

    CONSTRAINT "audit_section_scores_pkey" PRIMARY KEY ("organization_id","audit_id","section_key")
);

-- CreateTable
CREATE TABLE "audit_files" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID,
    "appeal_message_id" UUID,
    "client_key" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "storage" "FileStorage" NOT NULL,
    "content" BYTEA,
    "uploaded_by_member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_files_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_remarks" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID,
    "round" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "written_by_user_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_remarks_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_corrections" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "appeal_id" UUID,
    "reason" TEXT NOT NULL,
    "old_value" JSONB,
    "new_value" JSONB,
    "score_before" DOUBLE PRECISION,
    "score_after" DOUBLE PRECISION,
    "failed_before" BOOLEAN NOT NULL,
    "failed_after" BOOLEAN NOT NULL,
    "corrected_by_user_id" UUID,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_corrections_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_replies" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by_user_id" UUID,
    "written_as" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_replies_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_appeals" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audit_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" "AppealKind" NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'open',
    "opened_by_user_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_user_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "score_before" DOUBLE PRECISION,
    "score_after" DOUBLE PRECISION,

    CONSTRAINT "audit_appeals_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_appeal_messages" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appeal_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by_user_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_appeal_messages_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_mails_organization_id_member_id_kind_subject_id_occa_key" ON "member_mails"("organization_id", "member_id", "kind", "subject_id", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "behaviours_organization_id_key_key" ON "behaviours"("organization_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "audit_form_versions_organization_id_form_id_number_key" ON "audit_form_versions"("organization_id", "form_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "audit_items_organization_id_form_version_id_key_key" ON "audit_items"("organization_id", "form_version_id", "key");

-- CreateIndex
CREATE INDEX "audit_assignments_organization_id_member_id_window_starts_a_idx" ON "audit_assignments"("organization_id", "member_id", "window_starts_at");

-- CreateIndex
CREATE INDEX "audit_assignments_organization_id_programme_id_idx" ON "audit_assignments"("organization_id", "programme_id");

-- CreateIndex
CREATE INDEX "audits_organization_id_visit_started_at_idx" ON "audits"("organization_id", "visit_started_at");

-- CreateIndex
CREATE INDEX "audits_organization_id_employee_id_visit_started_at_idx" ON "audits"("organization_id", "employee_id", "visit_started_at");

-- CreateIndex
CREATE INDEX "audits_organization_id_auditor_member_id_idx" ON "audits"("organization_id", "auditor_member_id");

-- CreateIndex
CREATE UNIQUE INDEX "audits_organization_id_assignment_id_key" ON "audits"("organization_id", "assignment_id");

-- CreateIndex
CREATE INDEX "audit_answers_organization_id_item_id_idx" ON "audit_answers"("organization_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_files_organization_id_audit_id_client_key_key" ON "audit_files"("organization_id", "audit_id", "client_key");

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_organization_id_behaviour_id_fkey" FOREIGN KEY ("organization_id", "behaviour_id") REFERENCES "behaviours"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "member_mails" ADD CONSTRAINT "member_mails_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "behaviours" ADD CONSTRAINT "behaviours_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_forms" ADD CONSTRAINT "audit_forms_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_form_touchpoints" ADD CONSTRAINT "audit_form_touchpoints_organization_id_form_id_fkey" FOREIGN KEY ("organization_id", "form_id") REFERENCES "audit_forms"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_form_touchpoints" ADD CONSTRAINT "audit_form_touchpoints_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_form_encounter_types" ADD CONSTRAINT "audit_form_encounter_types_organization_id_form_id_fkey" FOREIGN KEY ("organization_id", "form_id") REFERENCES "audit_forms"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_form_encounter_types" ADD CONSTRAINT "audit_form_encounter_types_organization_id_encounter_type__fkey" FOREIGN KEY ("organization_id", "encounter_type_id") REFERENCES "encounter_types"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_form_versions" ADD CONSTRAINT "audit_form_versions_organization_id_form_id_fkey" FOREIGN KEY ("organization_id", "form_id") REFERENCES "audit_forms"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_items" ADD CONSTRAINT "audit_items_organization_id_form_version_id_fkey" FOREIGN KEY ("organization_id", "form_version_id") REFERENCES "audit_form_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_items" ADD CONSTRAINT "audit_items_organization_id_behaviour_id_fkey" FOREIGN KEY ("organization_id", "behaviour_id") REFERENCES "behaviours"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_programmes" ADD CONSTRAINT "audit_programmes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_programmes" ADD CONSTRAINT "audit_programmes_organization_id_form_id_fkey" FOREIGN KEY ("organization_id", "form_id") REFERENCES "audit_forms"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_targets" ADD CONSTRAINT "audit_targets_organization_id_programme_id_fkey" FOREIGN KEY ("organization_id", "programme_id") REFERENCES "audit_programmes"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_targets" ADD CONSTRAINT "audit_targets_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_targets" ADD CONSTRAINT "audit_targets_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_targets" ADD CONSTRAINT "audit_targets_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_assignments" ADD CONSTRAINT "audit_assignments_organization_id_programme_id_fkey" FOREIGN KEY ("organization_id", "programme_id") REFERENCES "audit_programmes"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_assignments" ADD CONSTRAINT "audit_assignments_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_assignments" ADD CONSTRAINT "audit_assignments_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_assignments" ADD CONSTRAINT "audit_assignments_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_assignments" ADD CONSTRAINT "audit_assignments_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_conflicts" ADD CONSTRAINT "audit_conflicts_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_conflicts" ADD CONSTRAINT "audit_conflicts_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_conflicts" ADD CONSTRAINT "audit_conflicts_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_briefings" ADD CONSTRAINT "audit_briefings_organization_id_programme_id_fkey" FOREIGN KEY ("organization_id", "programme_id") REFERENCES "audit_programmes"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_briefings" ADD CONSTRAINT "audit_briefings_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_form_version_id_fkey" FOREIGN KEY ("organization_id", "form_version_id") REFERENCES "audit_form_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_programme_id_fkey" FOREIGN KEY ("organization_id", "programme_id") REFERENCES "audit_programmes"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_assignment_id_fkey" FOREIGN KEY ("organization_id", "assignment_id") REFERENCES "audit_assignments"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_auditor_member_id_fkey" FOREIGN KEY ("organization_id", "auditor_member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_reviewer_member_id_fkey" FOREIGN KEY ("organization_id", "reviewer_member_id") REFERENCES "members"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_touchpoint_id_fkey" FOREIGN KEY ("organization_id", "touchpoint_id") REFERENCES "touchpoints"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_encounter_type_id_fkey" FOREIGN KEY ("organization_id", "encounter_type_id") REFERENCES "encounter_types"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audits" ADD CONSTRAINT "audits_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_answers" ADD CONSTRAINT "audit_answers_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_answers" ADD CONSTRAINT "audit_answers_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "audit_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_section_scores" ADD CONSTRAINT "audit_section_scores_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_files" ADD CONSTRAINT "audit_files_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_files" ADD CONSTRAINT "audit_files_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "audit_items"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_files" ADD CONSTRAINT "audit_files_organization_id_appeal_message_id_fkey" FOREIGN KEY ("organization_id", "appeal_message_id") REFERENCES "audit_appeal_messages"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_remarks" ADD CONSTRAINT "audit_remarks_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_remarks" ADD CONSTRAINT "audit_remarks_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "audit_items"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_corrections" ADD CONSTRAINT "audit_corrections_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_corrections" ADD CONSTRAINT "audit_corrections_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "audit_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_corrections" ADD CONSTRAINT "audit_corrections_organization_id_appeal_id_fkey" FOREIGN KEY ("organization_id", "appeal_id") REFERENCES "audit_appeals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_replies" ADD CONSTRAINT "audit_replies_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_appeals" ADD CONSTRAINT "audit_appeals_organization_id_audit_id_fkey" FOREIGN KEY ("organization_id", "audit_id") REFERENCES "audits"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_appeals" ADD CONSTRAINT "audit_appeals_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "audit_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_appeal_messages" ADD CONSTRAINT "audit_appeal_messages_organization_id_appeal_id_fkey" FOREIGN KEY ("organization_id", "appeal_id") REFERENCES "audit_appeals"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------------------
-- Finished by hand from here: what the datamodel cannot say.
-- ------------------------------------------------------------------------------------------------------------------

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['member_mails', 'behaviours', 'audit_forms', 'audit_form_touchpoints',
    'audit_form_encounter_types', 'audit_form_versions', 'audit_items', 'audit_programmes', 'audit_targets',
    'audit_assignments', 'audit_conflicts', 'audit_briefings', 'audits', 'audit_answers', 'audit_section_scores',
    'audit_files', 'audit_remarks', 'audit_corrections', 'audit_replies', 'audit_appeals', 'audit_appeal_messages']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lastmetre_app', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) '
                   'WITH CHECK (organization_id = app_organization_id())', tenant_table);
  END LOOP;
END $$;

-- A published form version never changes, whoever asks: an audit is read against the words it was entered with.
CREATE OR REPLACE FUNCTION refuse_changed_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of a published version never change', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON audit_form_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_version();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON audit_items
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_version();
ALTER TABLE audit_items ADD CONSTRAINT weight_sensible CHECK (weight >= 0 AND weight <= 1000);

ALTER TABLE audit_programmes
  ADD CONSTRAINT period_forward CHECK (ends_on >= starts_on),
  ADD CONSTRAINT rotation_sensible CHECK (days_between_visits BETWEEN 1 AND 3650 AND most_visits_per_day BETWEEN 1 AND 100),
  ADD CONSTRAINT deadlines_sensible CHECK (first_look_days BETWEEN 0 AND 365 AND appeal_days BETWEEN 0 AND 365),
  ADD CONSTRAINT attested_as_a_whole CHECK (num_nonnulls(staff_informed_on, attested_by_member_id, attested_by_name,
                                                        attested_at) IN (0, 4));
ALTER TABLE audit_targets ADD CONSTRAINT visits_sensible CHECK (visits BETWEEN 1 AND 1000);
ALTER TABLE audit_assignments
  ADD CONSTRAINT window_forward CHECK (window_ends_at > window_starts_at),
  ADD CONSTRAINT declined_with_reason CHECK ((status = 'declined') = (decline_reason IS NOT NULL));
ALTER TABLE audit_conflicts ADD CONSTRAINT conflict_of_one_thing CHECK (num_nonnulls(location_id, employee_id) = 1);

ALTER TABLE audits
  ADD CONSTRAINT mystery_by_assignment CHECK (
    CASE kind WHEN 'mystery' THEN num_nonnulls(programme_id, assignment_id) = 2
              ELSE num_nonnulls(programme_id, assignment_id, double_visit_id) = 0 END),
  -- Nobody is named in an audit who had not been told that there are audits.
  ADD CONSTRAINT named_when_informed CHECK (employee_id IS NULL OR staff_informed_on IS NOT NULL),
  ADD CONSTRAINT score_is_percent CHECK (score >= 0 AND score < 'Infinity'),
  ADD CONSTRAINT visit_forward CHECK (visit_ended_at >= visit_started_at),
  ADD CONSTRAINT steps_in_order CHECK (
    CASE status WHEN 'draft' THEN num_nonnulls(submitted_at, review_started_at, published_at) = 0
                WHEN 'submitted' THEN submitted_at IS NOT NULL AND published_at IS NULL
                WHEN 'in_review' THEN num_nulls(submitted_at, review_started_at, reviewer_member_id) = 0
                                      AND published_at IS NULL
                WHEN 'returned' THEN submitted_at IS NOT NULL AND published_at IS NULL
                WHEN 'published' THEN num_nulls(submitted_at, visit_started_at, published_at, others_from, appeal_until) = 0
    END);
ALTER TABLE audit_answers
  ADD CONSTRAINT points_together CHECK (num_nonnulls(earned, possible) IN (0, 2)),
  ADD CONSTRAINT nothing_when_not_applicable CHECK (
    NOT is_not_applicable OR (num_nonnulls(number, text, earned) = 0 AND cardinality(option_keys) = 0));
ALTER TABLE audit_files
  ADD CONSTRAINT content_where_it_says CHECK ((storage = 'database') = (content IS NOT NULL)),
  ADD CONSTRAINT known_content CHECK (content_type IN ('image/jpeg', 'application/pdf'));
ALTER TABLE audit_replies ADD CONSTRAINT written_as_known CHECK (written_as IN ('employee', 'manager'));
ALTER TABLE audit_appeals ADD CONSTRAINT decided_as_a_whole CHECK (
  (status IN ('upheld', 'changed')) = (decided_at IS NOT NULL) AND (status IN ('upheld', 'changed')) = (decision IS NOT NULL));
-- One open appeal of an item at a time.
CREATE UNIQUE INDEX audit_appeals_open_once ON audit_appeals (organization_id, audit_id, item_id) WHERE status = 'open';

-- What an audit is about is frozen once it was submitted: re-organising never rewrites history.
CREATE FUNCTION refuse_changed_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_at IS NOT NULL AND (
       (NEW.kind, NEW.form_version_id, NEW.auditor_member_id, NEW.touchpoint_id, NEW.location_id, NEW.channel)
         IS DISTINCT FROM
       (OLD.kind, OLD.form_version_id, OLD.auditor_member_id, OLD.touchpoint_id, OLD.location_id, OLD.channel)
       OR NEW.team_id IS DISTINCT FROM OLD.team_id OR NEW.encounter_type_id IS DISTINCT FROM OLD.encounter_type_id
       OR NEW.programme_id IS DISTINCT FROM OLD.programme_id OR NEW.double_visit_id IS DISTINCT FROM OLD.double_visit_id
       OR (OLD.status = 'published' AND NEW.employee_id IS DISTINCT FROM OLD.employee_id)) THEN
    RAISE EXCEPTION 'attribution of % is frozen', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen_attribution BEFORE UPDATE ON audits FOR EACH ROW EXECUTE FUNCTION refuse_changed_audit();

CREATE INDEX audits_published_idx ON audits (organization_id, visit_started_at) WHERE published_at IS NOT NULL;
