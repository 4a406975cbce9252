import { describe, expect, it } from "vitest";
import { readVisibleAudit } from "@/features/audits/queries/read-audit";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createAuditForm } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

async function sees(scope: Scope, auditId: string): Promise<boolean> {
  try {
    await withScope(scope, (tx) => readVisibleAudit(tx, scope, auditId));
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

describe("visibleAudits", () => {
  it("shows a published audit to those concerned first, to others from the set day", async () => {
    const cast = await createSmallOrganization();
    const { scope, location, touchpoint, employee, owner, manager, localManager, consultant } = cast;
    const form = await createAuditForm(scope);
    const of = {
      form,
      auditorMemberId: consultant.memberId,
      locationId: location.id,
      touchpointId: touchpoint.id,
    };
    const reviewed = { ...of, employeeId: employee.id, reviewerMemberId: owner.memberId };
    const audits = {
      draft: await createAudit(scope, { ...of, status: "draft" }),
      submitted: await createAudit(scope, { ...of, status: "submitted" }),
      // Published now, for others in three days.
      fresh: await createAudit(scope, { ...reviewed, publishedAt: scope.now }),
      open: await createAudit(scope, { ...reviewed, othersFrom: scope.now }),
      elsewhere: await createAudit(scope, {
        ...of,
        locationId: cast.otherLocation.id,
        othersFrom: scope.now,
      }),
    };
    const table = [];
    for (const [name, audit] of Object.entries(audits)) {
      const who = { owner, manager, localManager, consultant, employeeMember: cast.employeeMember };
      const seen = [];
      for (const [role, member] of Object.entries(who)) {
        if (await sees(member.scope, audit.id)) seen.push(role);
      }
      table.push(`${name}: ${seen.join(" ")}`);
    }
    expect(table).toEqual([
      "draft: consultant",
      "submitted: owner consultant",
      "fresh: owner localManager consultant employeeMember",
      "open: owner manager localManager consultant employeeMember",
      "elsewhere: owner manager consultant",
    ]);
  });
});
