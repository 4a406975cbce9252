import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";

/**
 * Holds a programme to the end of the transaction, for whoever may change it: ForbiddenError for a manager limited to
 * locations, NotFoundError when there is none such.
 */
export async function lockProgramme(tx: Transaction, scope: Scope, programmeId: string) {
  requireWholeOrganization(scope);
  await tx.$queryRaw`
    select 1 from audit_programmes
     where organization_id = ${scope.organizationId}::uuid and id = ${programmeId}::uuid for no key update`;
  const programme = await tx.auditProgramme.findUnique({
    where: key(scope, programmeId),
    select: {
      id: true,
      name: true,
      status: true,
      formId: true,
      startsOn: true,
      endsOn: true,
      daysBetweenVisits: true,
      mostVisitsPerDay: true,
      staffInformedOn: true,
    },
  });
  if (!programme) throw new NotFoundError();
  return programme;
}
