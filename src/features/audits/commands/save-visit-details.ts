import "server-only";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { SavedVisit, SaveVisitInput, VisitDetails } from "../entry-schema";
import { type Naming, readNaming } from "../queries/read-naming";
import { findVisitTimeProblems, mergeVisit } from "../rules";
import { lockWritableAudit } from "./lock-own-audit";

/**
 * Saves the times of the visit, whom it names and what it says as a whole. Fields the device did not change stay as they
 * are; what somebody changed elsewhere meanwhile is a conflict and not overwritten (`mergeVisit`). Throws
 * InvalidInputError by field for times that cannot be and for an employee who cannot be named, ConflictError once the audit
 * was submitted.
 */
export async function saveVisitDetails(scope: Scope, input: SaveVisitInput): Promise<SavedVisit> {
  const { auditId, known, ...wanted } = input;
  return withScope(scope, async (tx) => {
    const { submittedAt } = await lockWritableAudit(tx, scope, auditId);
    const stored = await tx.audit.findUniqueOrThrow({
      where: key(scope, auditId),
      select: {
        visitStartedAt: true,
        visitEndedAt: true,
        employeeId: true,
        summary: true,
        assignment: { select: { teamId: true } },
      },
    });
    const { visit, conflicts } = mergeVisit(toVisitDetails(stored), wanted, known ?? null);
    const visitStartedAt = visit.visitStartedAt === null ? null : new Date(visit.visitStartedAt);
    const visitEndedAt = visit.visitEndedAt === null ? null : new Date(visit.visitEndedAt);
    const problems = findVisitTimeProblems({ visitStartedAt, visitEndedAt }, scope.now);
    const naming = await readNaming(tx, scope, auditId, visitStartedAt);
    const named = findNamed(naming, visit.employeeId);
    if (named === "refused") problems.employeeId = naming.mayName ? "chooseOne" : "auditEmployeeNotInformed";
    if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
    const teamId = stored.assignment?.teamId ?? (named === "refused" ? null : (named?.teamId ?? null));
    await tx.audit.update({
      where: key(scope, auditId),
      data: {
        visitStartedAt,
        visitEndedAt,
        employeeId: visit.employeeId,
        summary: visit.summary,
        staffInformedOn: naming.staffInformedOn,
        // Frozen with the first submission.
        ...(submittedAt === null ? { teamId } : {}),
      },
      select: { id: true },
    });
    return { visit, conflicts };
  });
}

function findNamed({ employees }: Naming, employeeId: string | null) {
  return employeeId === null ? null : (employees.find(({ id }) => id === employeeId) ?? "refused");
}

function toVisitDetails(stored: {
  visitStartedAt: Date | null;
  visitEndedAt: Date | null;
  employeeId: string | null;
  summary: string | null;
}): VisitDetails {
  return {
    visitStartedAt: stored.visitStartedAt?.toISOString() ?? null,
    visitEndedAt: stored.visitEndedAt?.toISOString() ?? null,
    employeeId: stored.employeeId,
    summary: stored.summary,
  };
}
