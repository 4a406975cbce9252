import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { filteredAudits } from "../review/audit-tabs-sql";
import { countedAudits } from "../visible-audits-sql";
import type { AuditPlace, ExportFilters } from "./schema";

/** SQL condition on `audits a`: the published ones this scope may see that fit, after a place. */
export function exportedAudits(scope: Scope, filters: ExportFilters, after: AuditPlace | null): Prisma.Sql {
  const { audit, from, to, withinLocation, encounterType, channel, form, ...listed } = filters;
  const own = Prisma.sql`${scope.organizationId}::uuid`;
  const conditions = [countedAudits(scope), filteredAudits({ ...listed, kind: listed.kind ?? "" })];
  if (audit) conditions.push(Prisma.sql`a.id = ${audit}::uuid`);
  if (from) conditions.push(Prisma.sql`a.visit_started_at >= ${from}::timestamptz`);
  if (to) conditions.push(Prisma.sql`a.visit_started_at < ${to}::timestamptz`);
  if (encounterType) conditions.push(Prisma.sql`a.encounter_type_id = ${encounterType}::uuid`);
  if (channel) conditions.push(Prisma.sql`a.channel = ${channel}::"Channel"`);
  if (form) {
    conditions.push(Prisma.sql`a.form_version_id = any (array(
      select id from audit_form_versions where organization_id = ${own} and form_id = ${form}::uuid))`);
  }
  if (withinLocation) {
    conditions.push(Prisma.sql`a.location_id = any (array(
      with recursive below (id) as (
        select ${withinLocation}::uuid
        union
        select locations.id from locations join below on locations.parent_id = below.id
         where locations.organization_id = ${own}
      )
      select id from below))`);
  }
  if (after) {
    conditions.push(
      Prisma.sql`(a.others_from, a.id) > (${after.othersFrom}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return Prisma.join(conditions, " and ");
}
