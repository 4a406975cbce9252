import "server-only";
import { Prisma } from "@/generated/prisma/client";

/** SQL condition on a table `t`: a row of one of these tables points to it, in one of these columns. */
function isPointedTo(...from: [table: string, column: string][]): Prisma.Sql {
  return Prisma.raw(
    `(${from
      .map(
        ([table, column]) =>
          `exists (select 1 from ${table} u where u.organization_id = t.organization_id and u.${column} = t.id)`,
      )
      .join(" or ")})`,
  );
}

/** SQL condition on `locations t`: something points to it that deleting would leave without its location. */
export const locationIsUsed = isPointedTo(
  ["locations", "parent_id"],
  ["teams", "location_id"],
  ["employees", "location_id"],
  ["member_locations", "location_id"],
  ["encounters", "location_id"],
  ["responses", "location_id"],
  ["audit_targets", "location_id"],
  ["audit_assignments", "location_id"],
  ["audit_conflicts", "location_id"],
  ["audits", "location_id"],
  ["evaluation_subjects", "location_id"],
  ["evaluation_subjects", "of_location_id"],
  ["improvement_actions", "location_id"],
);

/** SQL condition on `teams t`: somebody belongs to it, or it was met, audited or evaluated. */
export const teamIsUsed = isPointedTo(
  ["employees", "team_id"],
  ["encounters", "team_id"],
  ["audit_targets", "team_id"],
  ["audit_assignments", "team_id"],
  ["evaluation_subjects", "team_id"],
);

/**
 * SQL condition on `employees t`: encounters, answers, a user account, audits, evaluations or thanks point to the person.
 * Nothing of a diary or of feedback among colleagues: nobody is told that there is one.
 */
export const employeeIsUsed = isPointedTo(
  ["encounters", "employee_id"],
  ["responses", "employee_id"],
  ["members", "employee_id"],
  ["member_invitations", "employee_id"],
  ["audit_conflicts", "employee_id"],
  ["audits", "employee_id"],
  ["evaluation_subjects", "employee_id"],
  ["evaluation_raters", "employee_id"],
  ["improvement_actions", "employee_id"],
  ["recognitions", "to_employee_id"],
);

/** SQL condition on `customers t`: the customer was met, invited, or asked to evaluate somebody. */
export const customerIsUsed = isPointedTo(
  ["encounters", "customer_id"],
  ["invitations", "customer_id"],
  ["evaluation_raters", "customer_id"],
);
