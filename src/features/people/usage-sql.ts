import "server-only";
import { Prisma } from "@/generated/prisma/client";

/** SQL condition on `locations t`: something points to it that deleting would leave without its location. */
export const locationIsUsed = Prisma.sql`(
  exists (select 1 from locations u where u.organization_id = t.organization_id and u.parent_id = t.id)
  or exists (select 1 from teams u where u.organization_id = t.organization_id and u.location_id = t.id)
  or exists (select 1 from employees u where u.organization_id = t.organization_id and u.location_id = t.id)
  or exists (select 1 from member_locations u where u.organization_id = t.organization_id and u.location_id = t.id)
  or exists (select 1 from encounters u where u.organization_id = t.organization_id and u.location_id = t.id)
  or exists (select 1 from responses u where u.organization_id = t.organization_id and u.location_id = t.id))`;

/** SQL condition on `teams t`: somebody belongs to it, or an encounter was attributed to it. */
export const teamIsUsed = Prisma.sql`(
  exists (select 1 from employees u where u.organization_id = t.organization_id and u.team_id = t.id)
  or exists (select 1 from encounters u where u.organization_id = t.organization_id and u.team_id = t.id))`;

/** SQL condition on `employees t`: encounters, answers, a user account, evaluations or thanks point to the person. */
export const employeeIsUsed = Prisma.sql`(
  exists (select 1 from encounters u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from responses u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from members u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from member_invitations u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from evaluation_subjects u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from evaluation_raters u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from improvement_actions u where u.organization_id = t.organization_id and u.employee_id = t.id)
  or exists (select 1 from recognitions u where u.organization_id = t.organization_id and u.to_employee_id = t.id))`;

/** SQL condition on `customers t`: the customer was met or invited. */
export const customerIsUsed = Prisma.sql`(
  exists (select 1 from encounters u where u.organization_id = t.organization_id and u.customer_id = t.id)
  or exists (select 1 from invitations u where u.organization_id = t.organization_id and u.customer_id = t.id))`;
