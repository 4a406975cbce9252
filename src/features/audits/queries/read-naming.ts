import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { dayIn, mayNameEmployee } from "../rules";
import { listNameableEmployees } from "./list-nameable-employees";

export type Naming = {
  /** Since when the staff have known; of a mystery visit what the programme attests now. */
  staffInformedOn: Date | null;
  mayName: boolean;
  employees: { id: string; name: string; teamId: string | null }[];
};

/**
 * Whether an audit of a visit at this time may name an employee, and whom. Without a time, as if the visit were now.
 * An employee who has been named stays on the list (moved to another location meanwhile, say). Throws NotFoundError for an
 * unknown audit; who may ask is for the caller to decide.
 */
export async function readNaming(
  tx: Transaction,
  scope: Scope,
  auditId: string,
  visitStartedAt: Date | null,
): Promise<Naming> {
  const audit = await tx.audit.findUnique({
    where: key(scope, auditId),
    select: {
      locationId: true,
      kind: true,
      staffInformedOn: true,
      employee: { select: { id: true, name: true, teamId: true } },
      programme: { select: { staffInformedOn: true } },
      assignment: { select: { teamId: true } },
    },
  });
  if (!audit) throw new NotFoundError();
  const staffInformedOn = audit.programme ? audit.programme.staffInformedOn : audit.staffInformedOn;
  const mayName = mayNameEmployee(staffInformedOn, dayIn(visitStartedAt ?? scope.now, scope.timeZone));
  if (!mayName) return { staffInformedOn, mayName, employees: [] };
  const employees = await listNameableEmployees(tx, scope, {
    locationId: audit.locationId,
    teamId: audit.assignment?.teamId ?? null,
  });
  const { employee } = audit;
  const isListed = !employee || employees.some(({ id }) => id === employee.id);
  return { staffInformedOn, mayName, employees: isListed ? employees : [...employees, employee] };
}
