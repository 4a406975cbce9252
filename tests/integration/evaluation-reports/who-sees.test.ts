import { describe, expect, it } from "vitest";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import { writeReportMail } from "@/features/evaluation-reports/queries/write-report-mail";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createCycle, createSubject } from "../../factories/evaluations";
import { createMember } from "../../factories/organization";
import {
  changeCycle,
  createReportCast,
  later,
  points,
  type ReportCast,
  rate,
  rateFromAllSides,
} from "./report-cast";

setUpTestDatabase();

async function sees(scope: Scope, subjectId: string): Promise<boolean> {
  try {
    await getReport(scope, subjectId);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

/** Everybody there is, by name; all of them so many days later. */
async function listReaders(cast: ReportCast): Promise<Record<string, Scope>> {
  const { organization, owner, manager, localManager, consultant, employeeMember, otherEmployee, location } =
    cast;
  const colleague = await createMember(organization, "employee", { employeeId: otherEmployee.id });
  const otherManager = await createMember(organization, "manager", { locationIds: [location.id] });
  const fields = { organizationId: organization.id, timeZone: "Europe/Helsinki" };
  return {
    subject: employeeMember.scope,
    namedManager: localManager.scope,
    otherManager: otherManager.scope,
    wholeManager: manager.scope,
    owner: owner.scope,
    consultant: consultant.scope,
    colleague: colleague.scope,
    program: makeScope({ ...fields, actor: "api" }),
    job: makeScope({ ...fields, actor: "job" }),
    rater: makeScope({ ...fields, actor: "respondent" }),
  };
}

async function whoSees(readers: Record<string, Scope>, subjectId: string, days = 0): Promise<string[]> {
  const seen = [];
  for (const [name, scope] of Object.entries(readers)) {
    if (await sees(later(scope, days), subjectId)) seen.push(name);
  }
  return seen;
}

describe("a released report", () => {
  it("is seen by its subject, the named manager and the owners, as the cycle says, and by nobody else", async () => {
    const cast = await createReportCast({ managersSee: true, ownersSee: false });
    await rateFromAllSides(cast.scope, cast.subject);
    await releaseReports(cast.manager.scope, cast.cycle.id);
    const readers = await listReaders(cast);
    expect(await whoSees(readers, cast.subject.id)).toEqual(["subject", "namedManager"]);
    await changeCycle(cast.scope, cast.cycle.id, { managersSee: false });
    expect(await whoSees(readers, cast.subject.id)).toEqual(["subject"]);
  });

  it("is seen by owners where the cycle says so, and by the subject only from its day", async () => {
    const cast = await createReportCast({ managersSee: false, ownersSee: true, subjectSeesAfterDays: 5 });
    await rateFromAllSides(cast.scope, cast.subject);
    await releaseReports(cast.manager.scope, cast.cycle.id);
    const readers = await listReaders(cast);
    expect(await whoSees(readers, cast.subject.id)).toEqual(["owner"]);
    expect(await whoSees(readers, cast.subject.id, 4.9)).toEqual(["owner"]);
    expect(await whoSees(readers, cast.subject.id, 5.1)).toEqual(["subject", "owner"]);
  });

  it("of a team is nothing its people see", async () => {
    const cast = await createReportCast();
    const { scope, cycle, team, location, localManager } = cast;
    const unit = await createSubject(scope, cycle, {
      kind: "team",
      teamId: team.id,
      ofLocationId: location.id,
      managerMemberId: localManager.memberId,
    });
    await rate(scope, unit, "member", points(2), points(3), points(4));
    await releaseReports(cast.manager.scope, cycle.id);
    expect(await whoSees(await listReaders(cast), unit.id)).toEqual(["namedManager"]);
  });

  it("is not there before it is released, nor in another organization", async () => {
    const [cast, other] = [await createReportCast(), await createReportCast({ ownersSee: true })];
    await rateFromAllSides(cast.scope, cast.subject);
    expect(await whoSees(await listReaders(cast), cast.subject.id, 400)).toEqual([]);
    await releaseReports(cast.manager.scope, cast.cycle.id);
    expect(await whoSees(await listReaders(other), cast.subject.id, 400)).toEqual([]);
  });

  it("is told of by mail only to who may read it then", async () => {
    const cast = await createReportCast({ subjectSeesAfterDays: 2 });
    const { scope, cycle, subject, localManager, otherEmployee, employeeMember } = cast;
    await rateFromAllSides(scope, subject);
    const second = await createSubject(scope, cycle, {
      employeeId: otherEmployee.id,
      managerMemberId: localManager.memberId,
    });
    await rateFromAllSides(scope, second);
    await releaseReports(cast.manager.scope, cycle.id);
    const { id } = await withScope(scope, (tx) =>
      tx.evaluationReport.findFirstOrThrow({ where: { subjectId: subject.id }, select: { id: true } }),
    );
    const write = (reader: Scope, kind: "evaluationReportReleased" | "evaluationReportsReleased") =>
      writeReportMail(reader, {
        id: "mail",
        kind,
        subjectId: kind === "evaluationReportReleased" ? id : cycle.id,
        occasion: "",
        reader: { memberId: "", userId: "", name: "", email: "", language: "en" },
        attempts: 0,
      });
    expect(await write(employeeMember.scope, "evaluationReportReleased")).toBeNull();
    expect(await write(later(employeeMember.scope, 3), "evaluationReportReleased")).toMatchObject({
      button: { path: `/evaluation-reports/${subject.id}` },
    });
    expect(await write(localManager.scope, "evaluationReportsReleased")).toMatchObject({
      paragraphs: ["2 reports you may read have been released."],
      button: { path: "/evaluations" },
    });
    expect(await write(cast.owner.scope, "evaluationReportsReleased")).toBeNull();
  });
});

describe("the round before", () => {
  it("is the last report of the same person by the same framework that was released before, if the reader sees it", async () => {
    const cast = await createReportCast({ ownersSee: true, name: "Last year" });
    const { scope, manager, owner, localManager, employee, otherEmployee, cycle, subject } = cast;
    await rateFromAllSides(scope, subject);
    await releaseReports(manager.scope, cycle.id);

    const next = await createCycle(scope, { status: "closed", framework: cycle.framework, ownersSee: true });
    const again = await createSubject(scope, next, {
      employeeId: employee.id,
      managerMemberId: localManager.memberId,
    });
    const other = await createSubject(scope, next, { employeeId: otherEmployee.id });
    for (const one of [again, other]) await rateFromAllSides(scope, one);
    await releaseReports(later(manager.scope, 365), next.id);

    const now = later(owner.scope, 366);
    expect((await getReport(now, again.id)).earlier).toMatchObject({ cycleName: "Last year", number: 1 });
    expect((await getReport(now, other.id)).earlier).toBeNull();
    expect((await getReport(now, subject.id)).earlier).toBeNull();
    // The manager sees both rounds, unless the first one's promise was narrowed.
    await changeCycle(scope, cycle.id, { managersSee: false });
    expect((await getReport(later(localManager.scope, 366), again.id)).earlier).toBeNull();

    // A late release of the first round does not change what the second one compares with.
    await rate(scope, subject, "peer", points(5), points(5), points(5));
    await releaseReports(later(manager.scope, 370), cycle.id);
    expect((await getReport(later(owner.scope, 371), again.id)).earlier).toMatchObject({ number: 1 });

    const elsewhere = await createCycle(scope, { status: "closed", ownersSee: true });
    const apart = await createSubject(scope, elsewhere, { employeeId: employee.id });
    await rateFromAllSides(scope, apart);
    await releaseReports(later(manager.scope, 400), elsewhere.id);
    expect((await getReport(later(owner.scope, 401), apart.id)).earlier).toBeNull();
  });
});

it("stays the subject's own when the employee's record is given to another account", async () => {
  const cast = await createReportCast({ ownersSee: false });
  const { organization, scope, subject, cycle, employee, otherEmployee, manager, owner, employeeMember } =
    cast;
  const withoutAccount = await createSubject(scope, cycle, { employeeId: otherEmployee.id });
  await rateFromAllSides(scope, subject);
  await rateFromAllSides(scope, withoutAccount);
  await releaseReports(manager.scope, cycle.id);
  expect(await sees(employeeMember.scope, subject.id)).toBe(true);
  expect(await sees({ ...owner.scope, employeeId: employee.id }, subject.id)).toBe(false);
  const successor = await createMember(organization, "employee", { employeeId: employee.id });
  expect(await sees(successor.scope, subject.id)).toBe(false);
  // Whoever had no account yet reads it with the first one that is made; an older one that is linked is somebody else's.
  expect(await sees({ ...owner.scope, employeeId: otherEmployee.id }, withoutAccount.id)).toBe(false);
  const first = await createMember(organization, "employee", { employeeId: otherEmployee.id });
  expect(await sees(first.scope, withoutAccount.id)).toBe(true);
});
