import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { listAuditorResults } from "@/features/audit-results/figures/auditors";
import type { AuditSlice } from "@/features/audit-results/schema";
import { decideAppeal } from "@/features/audits/appeals/commands/decide-appeal";
import { openAppeal } from "@/features/audits/appeals/commands/open-appeal";
import { getConversation } from "@/features/audits/appeals/queries/get-conversation";
import { readVisibleAudit } from "@/features/audits/queries/read-audit";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { writeCsv } from "@/server/sheet";
import { setUpTestDatabase } from "../../database";
import { textsIn } from "../dashboards/texts";
import { createReviewCast } from "./review-cast";

setUpTestDatabase();
let cast: Awaited<ReturnType<typeof createReviewCast>>;
beforeAll(async () => {
  cast = await createReviewCast();
});

const DAY = 86_400_000;

describe("who makes mystery visits", () => {
  const names = async (scope: Scope, kind: AuditSlice["kind"]) => {
    const from = new Date(scope.now.getTime() - 30 * DAY);
    const auditors = await listAuditorResults(scope, { kind, from, to: scope.now, filters: {} });
    return auditors.map(({ memberId }) => memberId);
  };
  const csv = async (scope: Scope, kind: string) => {
    const search = new URLSearchParams({ kind });
    const found = await openExport(scope, "small", "audit-consultants", search, textsIn("en"));
    return found ? parse(writeCsv(found.sheet), { bom: true, columns: true }) : null;
  };

  it("is not told to the location's manager by the auditors' figures; of observations everybody knows", async () => {
    const visitStartedAt = new Date(cast.scope.now.getTime() - 2 * DAY);
    const of = { visitStartedAt, othersFrom: cast.scope.now };
    await cast.newAudit("published", of);
    await cast.newAudit("published", { ...of, auditorMemberId: cast.localManager.memberId });
    await cast.newAudit("published", { ...of, kind: "observation", auditorMemberId: cast.manager.memberId });
    const { owner, localManager, manager, consultant } = cast;

    expect((await names(owner.scope, "mystery")).sort()).toEqual(
      [consultant.memberId, localManager.memberId].sort(),
    );
    expect(await names(localManager.scope, "mystery")).toEqual([localManager.memberId]);
    expect(await names(localManager.scope, "observation")).toEqual([manager.memberId]);
    expect(await csv(owner.scope, "mystery")).toHaveLength(2);
    expect(await csv(localManager.scope, "mystery")).toHaveLength(1);
    expect(await csv(localManager.scope, "observation")).toHaveLength(1);
  });
});

describe("who once reviewed an audit", () => {
  it("does not see it any more as a member who could not have reviewed it", async () => {
    const audit = await cast.newAudit("published", {
      locationId: cast.otherLocation.id,
      employeeId: cast.otherEmployee.id,
      reviewerMemberId: cast.manager.memberId,
    });
    const sees = (scope: Scope) => withScope(scope, (tx) => readVisibleAudit(tx, scope, audit.id));
    const { scope } = cast.manager;
    await sees(scope);
    for (const now of [
      makeScope({ ...scope, locationIds: [cast.location.id] }),
      makeScope({ ...scope, role: "consultant" }),
      makeScope({ ...scope, role: "employee", employeeId: cast.employee.id }),
    ]) {
      await expect(sees(now)).rejects.toThrow(NotFoundError);
    }
  });
});

describe("an appeal of a mystery visit", () => {
  it("is not decided by who made the visit", async () => {
    const { owner, secondOwner, employeeMember } = cast;
    const audit = await cast.newAudit("published", {
      auditorMemberId: owner.memberId,
      reviewerMemberId: secondOwner.memberId,
      answers: { greeted: false, smiled: true, honest: false, listened: "p2" },
    });
    const { appealId } = await openAppeal(employeeMember.scope, {
      auditId: audit.id,
      itemKey: "honest",
      kind: "factual_error",
      text: "The price was on the tag.",
    });
    const decision = { appealId, outcome: "upheld" as const, decision: "I was there." };
    await expect(decideAppeal(owner.scope, decision)).rejects.toThrow("appealOwnVisit");
    expect((await getConversation(owner.scope, audit.id)).conversation.rights.decide).toBe(false);
    expect((await getConversation(secondOwner.scope, audit.id)).conversation.rights.decide).toBe(true);
    await decideAppeal(secondOwner.scope, decision);
  });
});
