import { describe, expect, it } from "vitest";
import { setUpTestDatabase } from "../../database";
import { connectForSql, OF_A_PERSON, ownerColumn } from "./plain-sql";

const { ground, asApp, attempt, listed } = connectForSql(setUpTestDatabase());

describe("every tenant table", () => {
  it("has row-level security on and forced, as have the tables of persons", async () => {
    const secured = await listed(
      `select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity`,
    );
    expect(secured.sort()).toEqual([...ground.tenantTables, ...OF_A_PERSON].sort());
  });

  it("has organization_id first in its primary key, and never null", async () => {
    const keys = await ground.superuser.query<{ table: string; first: string; nullable: boolean }>(
      `select c.conrelid::regclass::text as table, a.attname as first, not a.attnotnull as nullable
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'p' and c.connamespace = 'public'::regnamespace`,
    );
    for (const table of ground.tenantTables) {
      const key = keys.rows.find((row) => row.table === table);
      expect(key, table).toEqual({ table, first: ownerColumn(table), nullable: false });
    }
  });

  it("has organization_id first in every foreign key to another one", async () => {
    const { rows } = await ground.superuser.query<{ name: string; from: string; to: string; ends: string }>(
      `select c.conname as name, c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
              a.attname || ' → ' || b.attname as ends
         from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
         join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    const between = rows.filter(
      (row) => ground.tenantTables.includes(row.from) && ground.tenantTables.includes(row.to),
    );
    expect(between.length).toBeGreaterThan(ground.tenantTables.length);
    for (const row of between) {
      const first = row.to === "organizations" ? "organization_id → id" : "organization_id → organization_id";
      expect(row.ends, row.name).toBe(first);
    }
    const outside = rows.filter(
      (row) => ground.tenantTables.includes(row.from) !== ground.tenantTables.includes(row.to),
    );
    expect(outside.map((row) => row.name)).toEqual(["members_user_id_fkey"]);
  });

  it("leaves ids without a foreign key only where they may outlive what they name", async () => {
    const loose = await listed(
      `select a.attrelid::regclass::text || '.' || a.attname as name
         from pg_attribute a
         join pg_class t on t.oid = a.attrelid and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
        where a.attnum > 0 and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
          and a.attname not in ('id', 'organization_id')
          and not exists (select from pg_constraint c
                           where c.contype = 'f' and c.conrelid = a.attrelid and a.attnum = any(c.conkey))
        order by 1`,
    );
    expect(loose).toEqual([
      // Users are no tenant's; who did something stays on record when the user is gone.
      "activity_events.subject_id",
      "activity_events.user_id",
      // Frozen attribution: a team of then.
      // Counts outlive what they counted; an answer's attribution is its response's, compared by a trigger.
      "answer_changes.employee_id",
      "answer_changes.encounter_type_id",
      "answer_changes.location_id",
      "answer_changes.touchpoint_id",
      "answer_counts.employee_id",
      "answer_counts.encounter_type_id",
      "answer_counts.location_id",
      "answer_counts.touchpoint_id",
      "answer_import_mappings.created_by_user_id",
      "answer_imports.api_key_id",
      "answer_imports.created_by_user_id",
      "answers.employee_id",
      "answers.encounter_type_id",
      "answers.location_id",
      "answers.team_id",
      "answers.touchpoint_id",
      "api_keys.created_by_user_id",
      "audit_appeal_messages.written_by_user_id",
      "audit_appeals.decided_by_user_id",
      "audit_appeals.opened_by_user_id",
      "audit_assignments.created_by_user_id",
      // Shared by two visits; a thing of its own it is not.
      "audit_assignments.double_visit_id",
      "audit_corrections.corrected_by_user_id",
      // Made by the device that sent the file.
      "audit_files.client_key",
      "audit_files.uploaded_by_member_id",
      "audit_form_versions.published_by_user_id",
      // Written by publishing alone, to the version made in the same transaction.
      "audit_forms.current_version_id",
      // Kept with the name the attestation was given under.
      "audit_programmes.attested_by_member_id",
      "audit_programmes.encounter_type_id",
      "audit_remarks.written_by_user_id",
      "audit_replies.written_by_user_id",
      "audits.double_visit_id",
      "audits.team_id",
      "development_goals.created_by_user_id",
      "encounters.recorded_by_user_id",
      "encounters.team_id",
      "evaluation_cycles.created_by_user_id",
      "evaluation_framework_versions.published_by_user_id",
      // Written by publishing alone, to the version made in the same transaction.
      "evaluation_frameworks.current_version_id",
      "evaluation_ratings.proposed_by_user_id",
      "evaluation_reports.released_by_user_id",
      // A team of then.
      "evaluation_subjects.of_team_id",
      "imports.created_by_user_id",
      "improvement_actions.created_by_user_id",
      "member_invitations.invited_by_user_id",
      // Looked up within the organization when the invitation is made.
      "member_invitations.location_ids",
      // An assignment, an audit or an appeal, by its kind.
      "member_mails.subject_id",
      "outcome_changes.employee_id",
      "outcome_changes.encounter_type_id",
      "outcome_changes.location_id",
      "outcome_changes.touchpoint_id",
      "outcome_counts.employee_id",
      "outcome_counts.encounter_type_id",
      "outcome_counts.location_id",
      "outcome_counts.touchpoint_id",
      // The team then.
      "recognitions.team_id",
      "responses.team_id",
      "survey_versions.published_by_user_id",
      // Written by publishing alone, to the version made in the same transaction.
      "surveys.current_version_id",
    ]);
  });

  it("has the policies that are known here and no others", async () => {
    const policies = await listed(
      `select tablename || '.' || policyname || ' ' || lower(cmd) || ' to ' || array_to_string(roles, ',') as name
         from pg_policies where schemaname = 'public' and not (policyname = 'tenant' and cmd = 'ALL') order by 1`,
    );
    expect(policies).toEqual([
      "answer_changes.rolling_up select to lastmetre_owner",
      "api_keys.by_token select to lastmetre_owner",
      "diary_entries.own_or_shown all to public",
      "evaluation_answers.answering_or_releasing all to public",
      "evaluation_raters.by_token select to lastmetre_owner",
      "idempotency_keys.clean_up all to lastmetre_owner",
      "invitations.by_token select to lastmetre_owner",
      "invitations.rolling_up select to lastmetre_owner",
      "member_invitations.by_token select to lastmetre_owner",
      "member_invitations.clean_up all to lastmetre_owner",
      "member_locations.own_locations select to public",
      "members.own_membership select to public",
      "organizations.by_api_key select to lastmetre_owner",
      "organizations.of_own_membership select to public",
      "organizations.reading_clocks select to lastmetre_owner",
      "organizations.rolling_up select to lastmetre_owner",
      "outcome_changes.rolling_up select to lastmetre_owner",
      "password_resets.by_token select to lastmetre_owner",
      "password_resets.clean_up all to lastmetre_owner",
      "password_resets.own_resets all to public",
      "peer_feedback.between_two_or_shown all to public",
      "rollup_states.rolling_up select to lastmetre_owner",
      "user_sessions.clean_up all to lastmetre_owner",
      "user_sessions.own_sessions all to public",
      "users.fellow_member select to public",
      "users.own_user all to public",
      "users.signing_in select to public",
      "users.signing_in_by_oidc select to public",
    ]);
    expect(
      await listed(
        `select tablename as name from pg_policies where schemaname = 'public' and permissive = 'RESTRICTIVE' order by 1`,
      ),
    ).toEqual(["diary_entries", "evaluation_answers", "peer_feedback"]);
    const tenant = await ground.superuser.query(
      `select tablename, qual, with_check from pg_policies where policyname = 'tenant' order by 1`,
    );
    expect(tenant.rows).toEqual(
      ground.tenantTables.map((table) => {
        const rule = `(${ownerColumn(table)} = app_organization_id())`;
        return { tablename: table, qual: rule, with_check: rule };
      }),
    );
  });
});

describe("the application's role", () => {
  it("owns no table, is no superuser and cannot get past row-level security", async () => {
    const { rows } = await ground.app.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
        where pg_has_role(current_user, oid, 'MEMBER') order by 1`,
    );
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
    expect(rows).toEqual([
      { rolname: "lastmetre", ...harmless },
      { rolname: "lastmetre_app", ...harmless },
    ]);
    const owners = await listed(
      `select distinct pg_get_userbyid(relowner) as name from pg_class where relnamespace = 'public'::regnamespace`,
    );
    expect(owners).toEqual(["lastmetre_owner"]);
    await asApp({}, async () => {
      expect(await attempt("set role lastmetre_owner")).toMatchObject({ code: "42501" });
      expect(await attempt("alter table customers disable row level security")).toMatchObject({
        code: "42501",
      });
      expect(await attempt("create table public.sidestep (id int)")).toMatchObject({ code: "42501" });
      expect(await attempt("set row_security = off")).toMatchObject({ code: "ok" });
      // With row_security off PostgreSQL refuses what it would have to filter, rather than show it.
      expect(await attempt("select from customers")).toMatchObject({ code: "42501" });
    });
  });

  it("cannot rewrite what is written once, and nobody else holds any right", async () => {
    const lacking = (privilege: string) =>
      listed(
        `select relname as name from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
            and not has_table_privilege('lastmetre', oid, $1) order by 1`,
        [privilege],
      );
    expect(await lacking("update")).toEqual([
      "_prisma_migrations",
      "activity_events",
      "questions",
      "survey_versions",
    ]);
    expect(await lacking("delete")).toEqual([
      "_prisma_migrations",
      "activity_events",
      "organizations",
      "questions",
      "survey_versions",
      "users",
    ]);
    expect(await lacking("truncate")).toEqual(ground.everyTable);
    const grantees = await listed(
      `select distinct grantee as name from information_schema.role_table_grants
        where table_schema = 'public' order by 1`,
    );
    expect(grantees).toEqual(["lastmetre_app", "lastmetre_owner"]);
  });

  it("meets the functions that run with other rights than its own, and no view", async () => {
    const definers = await listed(
      `select p.oid::regprocedure::text as name from pg_proc p
        where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        order by 1`,
    );
    expect(definers).toEqual([
      "clean_up()",
      "list_organization_clocks()",
      "organizations_to_roll_up()",
      "resolve_api_key(bytea)",
      "resolve_token(bytea)",
    ]);
    expect(
      await listed(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
      ),
    ).toEqual([]);
    const callers = await listed(
      `select routine_name || ' by ' || grantee as name from information_schema.routine_privileges
        where routine_schema = 'public' and routine_name in ('clean_up', 'list_organization_clocks', 'organizations_to_roll_up',
                                                             'resolve_api_key', 'resolve_token') order by 1`,
    );
    expect(callers).toEqual([
      "clean_up by lastmetre_app",
      "clean_up by lastmetre_owner",
      "list_organization_clocks by lastmetre_app",
      "list_organization_clocks by lastmetre_owner",
      "organizations_to_roll_up by lastmetre_app",
      "organizations_to_roll_up by lastmetre_owner",
      "resolve_api_key by lastmetre_app",
      "resolve_api_key by lastmetre_owner",
      "resolve_token by lastmetre_app",
      "resolve_token by lastmetre_owner",
    ]);
  });
});
