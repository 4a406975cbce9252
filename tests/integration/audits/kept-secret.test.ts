import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { writeAssignmentMail } from "@/features/audit-programmes/queries/write-assignment-mail";
import { listAuditorResults } from "@/features/audit-results/figures/auditors";
import type { AuditSlice } from "@/features/audit-results/schema";
import { decideAppeal } from "@/features/audits/appeals/commands/decide-appeal";
import { openAppeal } from "@/features/audits/appeals/commands/open-appeal";
import { getConversation } from "@/features/audits/appeals/queries/get-conversation";
import { readVisibleAudit } from "@/features/audits/queries/read-audit";
import { writeAuditMail } from "@/features/audits/queries/write-audit-mail";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { jobScope, memberJobScope } from "@/server/job-scope";
import { makeScope, type Scope } from "@/server/scope";
import { writeCsv } from "@/server/sheet";
import { setUpTestDatabase } from "../../database";
import { createAssignment, createProgramme } from "../../factories/audits";
import { createMember } from "../../factories/organization";
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

describe("a mail on its way", () => {
  /** The reader as the worker knows them when the mail is written. */
  const asReader = async (userId: string) => {
    const job = await jobScope({ organizationId: cast.organization.id });
    return (await memberJobScope(job, userId)) as Scope;
  };
  const mailTo = (member: { memberId: string; userId: string }) => ({
    id: "01a20160-8f9b-72d8-a7e3-f62546120f0f",
    occasion: "",
    reader: { memberId: member.memberId, userId: member.userId, language: "en", name: "", email: "" },
  });

  it("about an audit says nothing to who may no longer see it", async () => {
    const { localManager, otherLocation, employee } = cast;
    const elsewhere = await createMember(cast.organization, "manager", { locationIds: [otherLocation.id] });
    const audit = await cast.newAudit("published", { employeeId: employee.id });
    const write = async (member: typeof elsewhere) =>
      writeAuditMail(await asReader(member.userId), {
        ...mailTo(member),
        kind: "auditPublished",
        subjectId: audit.id,
      } as Parameters<typeof writeAuditMail>[1]);
    expect(await write(localManager)).not.toBeNull();
    expect(await write(elsewhere)).toBeNull();
  });

  it("about a declined visit says nothing to a maker who plans no visits any more", async () => {
    const { scope, consultant, location, touchpoint, form } = cast;
    const makers = {
      planning: await createMember(cast.organization, "manager"),
      limited: await createMember(cast.organization, "manager", { locationIds: [location.id] }),
      advising: await createMember(cast.organization, "consultant"),
    };
    const programme = await createProgramme(scope, { formId: form.id });
    const told = [];
    for (const [name, maker] of Object.entries(makers)) {
      const assignment = await createAssignment(scope, {
        programmeId: programme.id,
        memberId: consultant.memberId,
        locationId: location.id,
        touchpointId: touchpoint.id,
        status: "declined",
        declineReason: "Ill",
        createdByUserId: maker.userId,
      });
      const mail = await writeAssignmentMail(await asReader(maker.userId), {
        ...mailTo(maker),
        kind: "assignmentDeclined",
        subjectId: assignment.id,
      } as Parameters<typeof writeAssignmentMail>[1]);
      if (mail) told.push(name);
    }
    expect(told).toEqual(["planning"]);
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
