import { describe, expect, it } from "vitest";
import { saveAuditAnswers } from "@/features/audits/commands/save-audit-answers";
import { startAudit } from "@/features/audits/commands/start-audit";
import { startObservation } from "@/features/audits/commands/start-observation";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { key } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { activityOf, change, fieldsOf, HOUR, type Stage, stage, yes } from "./entry-cast";

setUpTestDatabase();

describe("beginning a mystery visit", () => {
  it("takes over the assignment, and happens once however often it is pressed", async () => {
    const { me, newAssignment, form, programme, location, touchpoint, team } = await stage();
    const assignment = await newAssignment({ teamId: team.id });
    const started = await Promise.all([1, 2, 3].map(() => startAudit(me, { assignmentId: assignment.id })));
    expect(new Set(started.map(({ auditId }) => auditId)).size).toBe(1);
    const auditId = started[0]?.auditId as string;
    const entry = await getAuditEntry(me, auditId);
    expect(entry).toMatchObject({
      kind: "mystery",
      status: "draft",
      canEdit: true,
      programme: { id: programme.id },
      location: { id: location.id },
      touchpoint: { id: touchpoint.id },
      channel: "in_person",
      employee: null,
      answers: {},
      remarks: [],
    });
    expect(entry.form.id).toBe(form.versionId);
    expect(await activityOf(me, auditId)).toEqual(["audit.started"]);
  });

  it("belongs to who was asked alone", async () => {
    const { newAssignment, owner, manager, employeeMember } = await stage();
    const assignment = await newAssignment();
    for (const other of [owner, manager, employeeMember]) {
      await expect(startAudit(other.scope, { assignmentId: assignment.id })).rejects.toThrow(NotFoundError);
    }
  });

  it("waits for an accepted assignment whose time has begun", async () => {
    const { me, newAssignment } = await stage();
    const begins = new Date(me.now.getTime() + HOUR);
    const ends = new Date(me.now.getTime() + 24 * HOUR);
    for (const assignment of [
      await newAssignment({ status: "offered", answeredAt: null }),
      await newAssignment({ status: "cancelled" }),
      await newAssignment({ windowStartsAt: begins, windowEndsAt: ends }),
    ]) {
      await expect(startAudit(me, { assignmentId: assignment.id })).rejects.toThrow(ConflictError);
    }
  });
});

describe("beginning an observation", () => {
  const input = ({ form, touchpoint, location, employee, me }: Stage) => ({
    formId: form.id,
    touchpointId: touchpoint.id,
    locationId: location.id,
    employeeId: employee.id,
    encounterTypeId: null,
    staffInformedOn: me.now.toISOString().slice(0, 10),
  });

  it("is for owners, managers at their locations, and those who were trained", async () => {
    const world = await stage();
    const { owner, manager, localManager, consultant, otherLocation, otherEmployee } = world;
    for (const observer of [owner, manager, localManager]) {
      const { auditId } = await startObservation(observer.scope, input(world));
      expect(await getAuditEntry(observer.scope, auditId)).toMatchObject({
        kind: "observation",
        programme: null,
        employee: { id: world.employee.id },
        mayNameEmployee: true,
      });
      expect(await activityOf(observer.scope, auditId)).toEqual(["audit.observationStarted"]);
    }
    await expect(startObservation(consultant.scope, input(world))).rejects.toThrow(ForbiddenError);
    await withScope(world.scope, (tx) =>
      tx.member.update({
        where: key(world.scope, consultant.memberId),
        data: { mayObserve: true },
        select: { id: true },
      }),
    );
    await startObservation(consultant.scope, input(world));
    const elsewhere = { ...input(world), locationId: otherLocation.id, employeeId: otherEmployee.id };
    await startObservation(manager.scope, elsewhere);
    await expect(startObservation(localManager.scope, elsewhere)).rejects.toThrow(NotFoundError);
  });

  it("is begun once when its form is sent twice at once", async () => {
    const world = await stage();
    const begun = await Promise.all([1, 2].map(() => startObservation(world.owner.scope, input(world))));
    expect(begun[0]).toEqual(begun[1]);
    const { auditId } = begun[0] as { auditId: string };
    await saveAuditAnswers(world.owner.scope, { auditId, changes: [change("greeted", yes)] });
    // The next customer of the same employee is another observation.
    expect((await startObservation(world.owner.scope, input(world))).auditId).not.toBe(auditId);
  });

  it("names somebody of the location who knows of it, never oneself", async () => {
    const world = await stage();
    const { owner, employeeMember, otherEmployee, scope, me } = world;
    const tomorrow = new Date(me.now.getTime() + 48 * HOUR).toISOString().slice(0, 10);
    const refused = (change: object, by = owner.scope) =>
      fieldsOf(startObservation(by, { ...input(world), ...change }));
    expect(await refused({ staffInformedOn: tomorrow })).toEqual({
      staffInformedOn: "auditInformedInFuture",
    });
    expect(await refused({ employeeId: otherEmployee.id })).toEqual({ employeeId: "auditEmployeeElsewhere" });
    await withScope(scope, (tx) =>
      tx.member.update({
        where: key(scope, employeeMember.memberId),
        data: { mayObserve: true },
        select: { id: true },
      }),
    );
    expect(await refused({}, employeeMember.scope)).toEqual({ employeeId: "auditObserveSelf" });
  });

  it("uses a published form that is meant for the touchpoint", async () => {
    const world = await stage();
    const { scope, organization, form, otherTouchpoint, owner } = world;
    await withScope(scope, (tx) =>
      tx.auditFormTouchpoint.createMany({
        data: [{ organizationId: organization.id, formId: form.id, touchpointId: otherTouchpoint.id }],
      }),
    );
    expect(await fieldsOf(startObservation(owner.scope, input(world)))).toEqual({
      formId: "auditFormElsewhere",
    });
    await withScope(scope, (tx) =>
      tx.auditForm.update({
        where: key(scope, form.id),
        data: { archivedAt: scope.now },
        select: { id: true },
      }),
    );
    await expect(
      startObservation(owner.scope, { ...input(world), touchpointId: otherTouchpoint.id }),
    ).rejects.toThrow(ConflictError);
  });
});
