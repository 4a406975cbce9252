import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { visibleAudits } from "../../visible-audits-sql";
import type { AppealOutcome } from "../schema";

/** What became of an audit's appeals, for the place beside its score. NotFoundError for one that is not to be seen. */
export async function getAppealOutcome(scope: Scope, auditId: string): Promise<AppealOutcome> {
  return withScope(scope, async (tx) => {
    const [found] = await tx.$queryRaw<Omit<AppealOutcome, "asPublished">[]>(Prisma.sql`
      select count(p.id) filter (where p.status = 'open')::int as open,
             count(p.id) filter (where p.status = 'upheld')::int as upheld,
             count(p.id) filter (where p.status = 'changed')::int as changed
        from audits a
        left join audit_appeals p on p.organization_id = a.organization_id and p.audit_id = a.id
       where a.id = ${auditId}::uuid and ${visibleAudits(scope)}
       group by a.id`);
    if (!found) throw new NotFoundError();
    const first = await tx.auditCorrection.findFirst({
      where: { organizationId: scope.organizationId, auditId, appealId: { not: null } },
      orderBy: [{ correctedAt: "asc" }, { id: "asc" }],
      select: { scoreBefore: true, failedBefore: true },
    });
    return {
      ...found,
      asPublished: first ? { score: first.scoreBefore, isFailed: first.failedBefore } : null,
    };
  });
}
