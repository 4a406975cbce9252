-- CreateEnum
CREATE TYPE "EvaluationFrameworkStatus" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "EvaluationItemKind" AS ENUM ('scale', 'open');

-- CreateEnum
CREATE TYPE "EvaluationCycleStatus" AS ENUM ('draft', 'nomination', 'collecting', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "EvaluationSubjectKind" AS ENUM ('employee', 'team', 'location');

-- CreateEnum
CREATE TYPE "RaterGroup" AS ENUM ('self', 'manager', 'member', 'peer', 'report', 'customer');

-- CreateEnum
CREATE TYPE "RatingStatus" AS ENUM ('proposed', 'refused', 'approved', 'submitted', 'declined');

-- CreateEnum
CREATE TYPE "NominatedBy" AS ENUM ('subject', 'manager');

-- CreateEnum
CREATE TYPE "GoalStatus" AS ENUM ('open', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "ImprovementActionStatus" AS ENUM ('planned', 'running', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "PeerFeedbackStatus" AS ENUM ('requested', 'given', 'declined');

-- AlterTable
ALTER TABLE "employees" ADD COLUMN     "shows_on_wall" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "evaluation_frameworks" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "EvaluationFrameworkStatus" NOT NULL DEFAULT 'draft',
    "draft" JSONB NOT NULL,
    "current_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_frameworks_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_framework_versions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_user_id" UUID,

    CONSTRAINT "evaluation_framework_versions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_items" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "competency_key" TEXT,
    "position" INTEGER NOT NULL,
    "kind" "EvaluationItemKind" NOT NULL,
    "texts" JSONB NOT NULL,
    "behaviour_id" UUID,

    CONSTRAINT "evaluation_items_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_cycles" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" JSONB NOT NULL,
    "status" "EvaluationCycleStatus" NOT NULL DEFAULT 'draft',
    "framework_id" UUID NOT NULL,
    "framework_version_id" UUID,
    "anonymity_k" INTEGER NOT NULL DEFAULT 3,
    "comment_k" INTEGER NOT NULL DEFAULT 3,
    "gap_threshold" DOUBLE PRECISION,
    "nominated_by" "NominatedBy" NOT NULL DEFAULT 'manager',
    "nominate_until" DATE,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "reminder_days" INTEGER[] DEFAULT ARRAY[7, 2]::INTEGER[],
    "managers_see" BOOLEAN NOT NULL DEFAULT true,
    "owners_see" BOOLEAN NOT NULL DEFAULT false,
    "subject_sees_after_days" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_user_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "first_invited_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_cycles_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_cycle_groups" (
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "rater_group" "RaterGroup" NOT NULL,
    "minimum" INTEGER NOT NULL,
    "maximum" INTEGER NOT NULL,

    CONSTRAINT "evaluation_cycle_groups_pkey" PRIMARY KEY ("organization_id","cycle_id","rater_group")
);

-- CreateTable
CREATE TABLE "evaluation_subjects" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "kind" "EvaluationSubjectKind" NOT NULL,
    "employee_id" UUID,
    "team_id" UUID,
    "location_id" UUID,
    "of_location_id" UUID,
    "of_team_id" UUID,
    "manager_member_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_subjects_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_raters" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "employee_id" UUID,
    "member_id" UUID,
    "customer_id" UUID,
    "name" TEXT,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "token_seed" BYTEA NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "invited_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_raters_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_ratings" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "rater_group" "RaterGroup" NOT NULL,
    "status" "RatingStatus" NOT NULL,
    "proposed_by_user_id" UUID,
    "decline_reason" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "counted_in_release" INTEGER,

    CONSTRAINT "evaluation_ratings_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_answers" (
    "organization_id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "value" INTEGER,
    "is_cannot_say" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "published_cell" TEXT,

    CONSTRAINT "evaluation_answers_pkey" PRIMARY KEY ("organization_id","rating_id","item_id")
);

-- CreateTable
CREATE TABLE "evaluation_mails" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rater_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "occasion" TEXT NOT NULL DEFAULT '',
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_over_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_mails_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_reports" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by_user_id" UUID,
    "subject_sees_from" TIMESTAMPTZ(3) NOT NULL,
    "anonymity_k" INTEGER NOT NULL,
    "comment_k" INTEGER NOT NULL,
    "gap_threshold" DOUBLE PRECISION NOT NULL,
    "is_in_cohort" BOOLEAN NOT NULL,

    CONSTRAINT "evaluation_reports_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_report_cells" (
    "organization_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "groups" "RaterGroup"[],
    "position" INTEGER NOT NULL,
    "raters" INTEGER,
    "invited" INTEGER NOT NULL,

    CONSTRAINT "evaluation_report_cells_pkey" PRIMARY KEY ("organization_id","report_id","cell")
);

-- CreateTable
CREATE TABLE "evaluation_report_figures" (
    "organization_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "sum" INTEGER NOT NULL,
    "counts" INTEGER[],
    "has_counts" BOOLEAN NOT NULL,

    CONSTRAINT "evaluation_report_figures_pkey" PRIMARY KEY ("organization_id","report_id","item_id","cell")
);

-- CreateTable
CREATE TABLE "evaluation_report_comments" (
    "organization_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "evaluation_report_comments_pkey" PRIMARY KEY ("organization_id","report_id","item_id","cell","position")
);

-- CreateTable
CREATE TABLE "development_goals" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "competency_key" TEXT,
    "behaviour_id" UUID,
    "due_on" DATE,
    "status" "GoalStatus" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_user_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "development_goals_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "improvement_actions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "status" "ImprovementActionStatus" NOT NULL DEFAULT 'planned',
    "behaviour_id" UUID,
    "employee_id" UUID,
    "location_id" UUID,
    "responsible_member_id" UUID,
    "starts_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "goal_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_user_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "improvement_actions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "peer_feedback" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" "PeerFeedbackStatus" NOT NULL,
    "giver_employee_id" UUID NOT NULL,
    "receiver_employee_id" UUID NOT NULL,
    "encounter_id" UUID,
    "behaviour_id" UUID,
    "question" TEXT,
    "worked" TEXT,
    "to_try" TEXT,
    "requested_at" TIMESTAMPTZ(3),
    "given_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "peer_feedback_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "diary_entries" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "encounter_id" UUID,
    "happened_on" DATE NOT NULL,
    "own_feeling_at_start" TEXT,
    "own_feeling_at_end" TEXT,
    "customer_feeling_at_start" TEXT,
    "customer_feeling_at_end" TEXT,
    "what_i_did" TEXT NOT NULL,
    "next_time" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "shared_with_member_id" UUID,
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "diary_entries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "recognitions" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_member_id" UUID NOT NULL,
    "to_employee_id" UUID NOT NULL,
    "team_id" UUID,
    "encounter_id" UUID,
    "response_id" UUID,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "recognitions_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_framework_versions_organization_id_framework_id__key" ON "evaluation_framework_versions"("organization_id", "framework_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_items_organization_id_version_id_key_key" ON "evaluation_items"("organization_id", "version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_subjects_organization_id_cycle_id_employee_id_key" ON "evaluation_subjects"("organization_id", "cycle_id", "employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_subjects_organization_id_cycle_id_team_id_key" ON "evaluation_subjects"("organization_id", "cycle_id", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_subjects_organization_id_cycle_id_location_id_key" ON "evaluation_subjects"("organization_id", "cycle_id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_raters_token_hash_key" ON "evaluation_raters"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_raters_organization_id_cycle_id_email_key" ON "evaluation_raters"("organization_id", "cycle_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_raters_organization_id_cycle_id_employee_id_key" ON "evaluation_raters"("organization_id", "cycle_id", "employee_id");

-- CreateIndex
CREATE INDEX "evaluation_ratings_organization_id_rater_id_idx" ON "evaluation_ratings"("organization_id", "rater_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_ratings_organization_id_subject_id_rater_id_key" ON "evaluation_ratings"("organization_id", "subject_id", "rater_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_mails_organization_id_rater_id_kind_occasion_key" ON "evaluation_mails"("organization_id", "rater_id", "kind", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_reports_organization_id_subject_id_number_key" ON "evaluation_reports"("organization_id", "subject_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "development_goals_organization_id_subject_id_position_key" ON "development_goals"("organization_id", "subject_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_actions_organization_id_goal_id_key" ON "improvement_actions"("organization_id", "goal_id");

-- CreateIndex
CREATE INDEX "peer_feedback_organization_id_receiver_employee_id_idx" ON "peer_feedback"("organization_id", "receiver_employee_id");

-- CreateIndex
CREATE INDEX "peer_feedback_organization_id_giver_employee_id_idx" ON "peer_feedback"("organization_id", "giver_employee_id");

-- CreateIndex
CREATE INDEX "diary_entries_organization_id_employee_id_happened_on_idx" ON "diary_entries"("organization_id", "employee_id", "happened_on");

-- CreateIndex
CREATE INDEX "recognitions_organization_id_created_at_idx" ON "recognitions"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "recognitions_organization_id_to_employee_id_idx" ON "recognitions"("organization_id", "to_employee_id");

-- AddForeignKey
ALTER TABLE "evaluation_frameworks" ADD CONSTRAINT "evaluation_frameworks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_framework_versions" ADD CONSTRAINT "evaluation_framework_versions_organization_id_framework_id_fkey" FOREIGN KEY ("organization_id", "framework_id") REFERENCES "evaluation_frameworks"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_items" ADD CONSTRAINT "evaluation_items_organization_id_version_id_fkey" FOREIGN KEY ("organization_id", "version_id") REFERENCES "evaluation_framework_versions"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_items" ADD CONSTRAINT "evaluation_items_organization_id_behaviour_id_fkey" FOREIGN KEY ("organization_id", "behaviour_id") REFERENCES "behaviours"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_cycles" ADD CONSTRAINT "evaluation_cycles_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_cycles" ADD CONSTRAINT "evaluation_cycles_organization_id_framework_id_fkey" FOREIGN KEY ("organization_id", "framework_id") REFERENCES "evaluation_frameworks"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_cycles" ADD CONSTRAINT "evaluation_cycles_organization_id_framework_version_id_fkey" FOREIGN KEY ("organization_id", "framework_version_id") REFERENCES "evaluation_framework_versions"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_cycle_groups" ADD CONSTRAINT "evaluation_cycle_groups_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "evaluation_cycles"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "evaluation_cycles"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "teams"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_of_location_id_fkey" FOREIGN KEY ("organization_id", "of_location_id") REFERENCES "locations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_subjects" ADD CONSTRAINT "evaluation_subjects_organization_id_manager_member_id_fkey" FOREIGN KEY ("organization_id", "manager_member_id") REFERENCES "members"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_raters" ADD CONSTRAINT "evaluation_raters_organization_id_cycle_id_fkey" FOREIGN KEY ("organization_id", "cycle_id") REFERENCES "evaluation_cycles"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_raters" ADD CONSTRAINT "evaluation_raters_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_raters" ADD CONSTRAINT "evaluation_raters_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "members"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_raters" ADD CONSTRAINT "evaluation_raters_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customers"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_ratings" ADD CONSTRAINT "evaluation_ratings_organization_id_subject_id_fkey" FOREIGN KEY ("organization_id", "subject_id") REFERENCES "evaluation_subjects"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_ratings" ADD CONSTRAINT "evaluation_ratings_organization_id_rater_id_fkey" FOREIGN KEY ("organization_id", "rater_id") REFERENCES "evaluation_raters"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_answers" ADD CONSTRAINT "evaluation_answers_organization_id_rating_id_fkey" FOREIGN KEY ("organization_id", "rating_id") REFERENCES "evaluation_ratings"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_answers" ADD CONSTRAINT "evaluation_answers_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "evaluation_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_mails" ADD CONSTRAINT "evaluation_mails_organization_id_rater_id_fkey" FOREIGN KEY ("organization_id", "rater_id") REFERENCES "evaluation_raters"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_reports" ADD CONSTRAINT "evaluation_reports_organization_id_subject_id_fkey" FOREIGN KEY ("organization_id", "subject_id") REFERENCES "evaluation_subjects"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_report_cells" ADD CONSTRAINT "evaluation_report_cells_organization_id_report_id_fkey" FOREIGN KEY ("organization_id", "report_id") REFERENCES "evaluation_reports"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_report_figures" ADD CONSTRAINT "evaluation_report_figures_organization_id_report_id_fkey" FOREIGN KEY ("organization_id", "report_id") REFERENCES "evaluation_reports"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_report_figures" ADD CONSTRAINT "evaluation_report_figures_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "evaluation_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_report_comments" ADD CONSTRAINT "evaluation_report_comments_organization_id_report_id_fkey" FOREIGN KEY ("organization_id", "report_id") REFERENCES "evaluation_reports"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_report_comments" ADD CONSTRAINT "evaluation_report_comments_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "evaluation_items"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_goals" ADD CONSTRAINT "development_goals_organization_id_subject_id_fkey" FOREIGN KEY ("organization_id", "subject_id") REFERENCES "evaluation_subjects"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_goals" ADD CONSTRAINT "development_goals_organization_id_behaviour_id_fkey" FOREIGN KEY ("organization_id", "behaviour_id") REFERENCES "behaviours"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_organization_id_behaviour_id_fkey" FOREIGN KEY ("organization_id", "behaviour_id") REFERENCES "behaviours"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_organization_id_location_id_fkey" FOREIGN KEY ("organization_id", "location_id") REFERENCES "locations"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_organization_id_responsible_member_id_fkey" FOREIGN KEY ("organization_id", "responsible_member_id") REFERENCES "members"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "improvement_actions" ADD CONSTRAINT "improvement_actions_organization_id_goal_id_fkey" FOREIGN KEY ("organization_id", "goal_id") REFERENCES "development_goals"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "peer_feedback" ADD CONSTRAINT "peer_feedback_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_feedback" ADD CONSTRAINT "peer_feedback_organization_id_giver_employee_id_fkey" FOREIGN KEY ("organization_id", "giver_employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_feedback" ADD CONSTRAINT "peer_feedback_organization_id_receiver_employee_id_fkey" FOREIGN KEY ("organization_id", "receiver_employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_feedback" ADD CONSTRAINT "peer_feedback_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounters"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "peer_feedback" ADD CONSTRAINT "peer_feedback_organization_id_behaviour_id_fkey" FOREIGN KEY ("organization_id", "behaviour_id") REFERENCES "behaviours"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diary_entries" ADD CONSTRAINT "diary_entries_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diary_entries" ADD CONSTRAINT "diary_entries_organization_id_employee_id_fkey" FOREIGN KEY ("organization_id", "employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diary_entries" ADD CONSTRAINT "diary_entries_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounters"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diary_entries" ADD CONSTRAINT "diary_entries_organization_id_shared_with_member_id_fkey" FOREIGN KEY ("organization_id", "shared_with_member_id") REFERENCES "members"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_organization_id_from_member_id_fkey" FOREIGN KEY ("organization_id", "from_member_id") REFERENCES "members"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_organization_id_to_employee_id_fkey" FOREIGN KEY ("organization_id", "to_employee_id") REFERENCES "employees"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_organization_id_encounter_id_fkey" FOREIGN KEY ("organization_id", "encounter_id") REFERENCES "encounters"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_organization_id_response_id_fkey" FOREIGN KEY ("organization_id", "response_id") REFERENCES "responses"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- ------------------------------------------------------------------------------------------------------------------
-- Finished by hand from here: what the datamodel cannot say.
-- ------------------------------------------------------------------------------------------------------------------

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['evaluation_frameworks', 'evaluation_framework_versions', 'evaluation_items',
    'evaluation_cycles', 'evaluation_cycle_groups', 'evaluation_subjects', 'evaluation_raters', 'evaluation_ratings',
    'evaluation_answers', 'evaluation_mails', 'evaluation_reports', 'evaluation_report_cells',
    'evaluation_report_figures', 'evaluation_report_comments', 'development_goals', 'improvement_actions',
    'peer_feedback', 'diary_entries', 'recognitions']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lastmetre_app', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = app_organization_id()) '
                   'WITH CHECK (organization_id = app_organization_id())', tenant_table);
  END LOOP;
END $$;

-- What not even the organization's own queries see unless they say whose eyes they are: a rater's answers, a diary,
-- feedback among colleagues. Restrictive: it narrows what `tenant` allows.
CREATE FUNCTION app_employee_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.employee_id', true), '')::uuid;
CREATE FUNCTION app_member_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.member_id', true), '')::uuid;
CREATE FUNCTION app_rating_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.rating_id', true), '')::uuid;
CREATE FUNCTION app_releases_reports() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.releases_reports', true), '') = 'on';

CREATE POLICY answering_or_releasing ON evaluation_answers AS RESTRICTIVE
  USING (rating_id = app_rating_id() OR app_releases_reports())
  WITH CHECK (rating_id = app_rating_id() OR app_releases_reports());
CREATE POLICY own_or_shown ON diary_entries AS RESTRICTIVE
  USING (employee_id = app_employee_id() OR shared_with_member_id = app_member_id())
  WITH CHECK (employee_id = app_employee_id());
CREATE POLICY between_two_or_shown ON peer_feedback AS RESTRICTIVE
  USING (giver_employee_id = app_employee_id() OR receiver_employee_id = app_employee_id() OR shared_at IS NOT NULL)
  WITH CHECK (giver_employee_id = app_employee_id() OR receiver_employee_id = app_employee_id());

-- A published framework and a released report never change, whoever asks.
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON evaluation_framework_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_version();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON evaluation_items
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_version();
CREATE FUNCTION refuse_changed_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of a released report never change', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON evaluation_reports
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_report();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON evaluation_report_cells
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_report();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON evaluation_report_figures
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_report();
CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE ON evaluation_report_comments
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_report();

-- What raters were promised when they were invited is never taken back.
ALTER TABLE evaluation_cycles
  ADD CONSTRAINT anonymity_never_below_three CHECK (anonymity_k BETWEEN 3 AND 20 AND comment_k BETWEEN 3 AND 20),
  ADD CONSTRAINT period_forward CHECK (closes_on >= opens_on),
  ADD CONSTRAINT gap_sensible CHECK (gap_threshold > 0 AND gap_threshold < 10),
  ADD CONSTRAINT delay_sensible CHECK (subject_sees_after_days BETWEEN 0 AND 90),
  ADD CONSTRAINT steps_in_order CHECK (
    (status = 'closed') = (closed_at IS NOT NULL AND cancelled_at IS NULL)
    AND (status = 'cancelled') = (cancelled_at IS NOT NULL)
    AND (status IN ('draft', 'cancelled') OR framework_version_id IS NOT NULL));
CREATE FUNCTION refuse_broken_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.first_invited_at IS NOT NULL AND (
       NEW.first_invited_at IS NULL
       OR NEW.anonymity_k < OLD.anonymity_k OR NEW.comment_k < OLD.comment_k
       OR (NEW.managers_see AND NOT OLD.managers_see) OR (NEW.owners_see AND NOT OLD.owners_see)
       OR NEW.framework_version_id IS DISTINCT FROM OLD.framework_version_id) THEN
    RAISE EXCEPTION 'what raters were promised stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER promise_kept BEFORE UPDATE ON evaluation_cycles FOR EACH ROW EXECUTE FUNCTION refuse_broken_promise();

ALTER TABLE evaluation_cycle_groups
  ADD CONSTRAINT raters_sensible CHECK (minimum >= 0 AND maximum BETWEEN 1 AND 200 AND minimum <= maximum);
ALTER TABLE evaluation_subjects ADD CONSTRAINT subject_of_its_kind CHECK (
  num_nonnulls(employee_id, team_id, location_id) = 1 AND
  CASE kind WHEN 'employee' THEN employee_id IS NOT NULL
            WHEN 'team' THEN team_id IS NOT NULL ELSE location_id IS NOT NULL END);
ALTER TABLE evaluation_raters ADD CONSTRAINT reachable_or_erased CHECK ((email IS NULL) = (erased_at IS NOT NULL)
  AND (name IS NULL) = (erased_at IS NOT NULL));

-- A rater answers once about a subject, and what was sent stays.
CREATE FUNCTION refuse_changed_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.subject_id, NEW.rater_id) IS DISTINCT FROM (OLD.subject_id, OLD.rater_id)
     OR (OLD.status = 'submitted' AND (NEW.status, NEW.rater_group) IS DISTINCT FROM (OLD.status, OLD.rater_group)) THEN
    RAISE EXCEPTION 'a rating that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sent_stays BEFORE UPDATE ON evaluation_ratings FOR EACH ROW EXECUTE FUNCTION refuse_changed_rating();
CREATE FUNCTION refuse_changed_evaluation_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.rating_id, NEW.item_id, NEW.value, NEW.is_cannot_say, NEW.text)
       IS DISTINCT FROM (OLD.rating_id, OLD.item_id, OLD.value, OLD.is_cannot_say, OLD.text)
     AND EXISTS (SELECT 1 FROM evaluation_ratings r WHERE r.organization_id = OLD.organization_id
                    AND r.id = OLD.rating_id AND r.status = 'submitted') THEN
    RAISE EXCEPTION 'a rating that was sent stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sent_stays BEFORE UPDATE ON evaluation_answers
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_evaluation_answer();
ALTER TABLE evaluation_answers ADD CONSTRAINT one_answer CHECK (
  num_nonnulls(value, text) <= 1 AND NOT (is_cannot_say AND num_nonnulls(value, text) > 0));

-- The last wall: no figure of fewer than three people in an anonymous group can be stored for anybody to see.
ALTER TABLE evaluation_report_figures
  ADD CONSTRAINT never_of_few CHECK (cell IN ('self', 'manager', 'total') OR n >= 3),
  ADD CONSTRAINT counts_as_said CHECK (has_counts = (cardinality(counts) > 0));
ALTER TABLE evaluation_report_cells
  ADD CONSTRAINT never_of_few CHECK (raters IS NULL OR cell IN ('self', 'manager') OR raters >= 3);
ALTER TABLE evaluation_reports ADD CONSTRAINT anonymity_never_below_three CHECK (anonymity_k >= 3 AND comment_k >= 3);

ALTER TABLE development_goals ADD CONSTRAINT three_at_most CHECK (position BETWEEN 1 AND 3);
ALTER TABLE improvement_actions
  ADD CONSTRAINT period_forward CHECK (review_on >= starts_on),
  ADD CONSTRAINT ended_as_said CHECK ((status IN ('done', 'cancelled')) = (ended_at IS NOT NULL));
ALTER TABLE peer_feedback
  ADD CONSTRAINT not_to_oneself CHECK (giver_employee_id <> receiver_employee_id),
  ADD CONSTRAINT given_as_a_whole CHECK ((status = 'given') = (given_at IS NOT NULL)
    AND (status = 'given') = (num_nonnulls(worked, to_try) > 0) AND (shared_at IS NULL OR status = 'given'));
ALTER TABLE diary_entries ADD CONSTRAINT shared_as_a_whole CHECK ((shared_with_member_id IS NULL) = (shared_at IS NULL));

-- An erased customer's ratings stay, without the person.
CREATE FUNCTION erase_rater() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE evaluation_raters SET name = NULL, email = NULL, erased_at = NEW.erased_at
   WHERE organization_id = NEW.organization_id AND customer_id = NEW.id AND erased_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER erase_rater AFTER UPDATE OF erased_at ON customers
  FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION erase_rater();

-- Raters come in by their link, as respondents do.
CREATE POLICY by_token ON evaluation_raters FOR SELECT TO CURRENT_USER USING (token_hash = app_token_hash());
CREATE OR REPLACE FUNCTION resolve_token(presented_hash bytea)
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
    SELECT 'evaluation_rater', e.organization_id, e.id, NULL::uuid FROM evaluation_raters e
      WHERE e.token_hash = presented_hash
    UNION ALL
    SELECT 'password_reset', NULL::uuid, p.id, p.user_id FROM password_resets p WHERE p.token_hash = presented_hash;
  PERFORM set_config('app.token_hash', '', true);
END $$;
