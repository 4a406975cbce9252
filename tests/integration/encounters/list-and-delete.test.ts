import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { deleteEncounter } from "@/features/encounters/commands/delete-encounter";
import { recordEncounter } from "@/features/encounters/commands/record-encounter";
import { getEncounter } from "@/features/encounters/queries/get-encounter";
import { listEncounters } from "@/features/encounters/queries/list-encounters";
import { encounterListInput, recordEncounterInput } from "@/features/encounters/schema";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, makeScope, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createAnsweredEncounter, createEncounter, createInvitation } from "../../factories/encounters";
import { createCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

setUpTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3600_000);

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let manager: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  manager = makeScope({ ...cast.manager.scope, now: NOW });
});

const filters = (query: Record<string, string> = {}) => encounterListInput.parse(query);
const idsOf = async (scope: Scope, query: Record<string, string>) =>
  (await listEncounters(scope, filters(query))).rows.map((row) => row.id);

describe("the list's states", () => {
  it("finds each encounter under the state it is shown in, and under no other", async () => {
    const { scope, survey, attribution } = cast;
    const encounter = (overrides = {}) =>
      createEncounter(scope, attribution, { occurredAt: ago(48), ...overrides });
    const invited = async (overrides: Parameters<typeof createInvitation>[3]) => {
      const created = await encounter();
      const invitation = await createInvitation(scope, created, survey, { sendAt: ago(47), ...overrides });
      return { id: created.id as string, invitationId: invitation.id };
    };
    const deciding = await encounter();
    const noContact = await encounter({ noInvitationReason: "no_contact" });
    const quarantined = await encounter({ noInvitationReason: "quarantined", quarantinedUntil: NOW });
    const scheduled = await invited({ status: "scheduled", sentAt: null });
    const sent = await invited({});
    const reminded = await invited({});
    await withScope(scope, (tx) =>
      tx.invitationMail.createMany({
        data: {
          organizationId: scope.organizationId,
          invitationId: reminded.invitationId,
          kind: "first_reminder",
          state: "accepted",
          acceptedAt: ago(1),
        },
      }),
    );
    const expired = await invited({ expiresAt: ago(1) });
    const failed = await invited({ status: "not_sent", sentAt: null });
    const answered = (
      await createAnsweredEncounter(scope, attribution, survey, { score: 9, answeredAt: ago(2) })
    ).encounter;

    const expected: Record<string, { id?: string }[]> = {
      deciding: [deciding],
      scheduled: [scheduled],
      sent: [sent],
      reminded: [reminded],
      expired: [expired],
      answered: [answered],
      not_invited: [noContact, quarantined, failed],
      "reason.no_contact": [noContact],
      "reason.quarantined": [quarantined],
      "reason.channel_failed": [failed],
      "reason.too_old": [],
    };
    for (const [state, encounters] of Object.entries(expected)) {
      const page = await listEncounters(manager, filters({ state }));
      expect(page.rows.map((row) => row.id).sort(), state).toEqual(encounters.map((one) => one.id).sort());
      expect(page.total).toBe(encounters.length);
      for (const row of page.rows) if (!state.startsWith("reason.")) expect(row.state.kind).toBe(state);
    }
    const [shown] = (await listEncounters(manager, filters({ state: "answered" }))).rows;
    expect(shown?.state).toEqual({ kind: "answered", metric: "nps", score: 9 });
    const own = makeScope({ ...cast.employeeMember.scope, now: NOW });
    const [toEmployee] = (await listEncounters(own, filters({ state: "answered" }))).rows;
    expect(toEmployee?.state).toEqual({ kind: "answered", metric: null, score: null });
  });

  it("gives nothing of an anonymous answer away", async () => {
    const survey = await createPublishedSurvey(cast.scope, {
      encounterTypeIds: [cast.encounterType.id],
      isAnonymous: true,
    });
    const { encounter } = await createAnsweredEncounter(cast.scope, cast.attribution, survey, { score: 3 });
    const detail = await getEncounter(manager, encounter.id);
    expect(detail.state).toEqual({ kind: "asked_anonymously" });
    expect(detail.invitation?.answeredAt).toBeNull();
    expect(JSON.stringify(detail)).not.toContain('"score":3');

    const silent = await createEncounter(cast.scope, cast.attribution, { occurredAt: encounter.occurredAt });
    const { id: invitationId } = await createInvitation(cast.scope, silent, survey, {
      sendAt: new Date(detail.invitation?.sendAt ?? NOW),
    });
    await withScope(cast.scope, (tx) =>
      tx.invitationMail.createMany({
        data: {
          organizationId: cast.scope.organizationId,
          invitationId,
          kind: "first_reminder",
          state: "accepted",
          acceptedAt: ago(1),
        },
      }),
    );
    const unanswered = await getEncounter(manager, silent.id as string);
    expect(unanswered.state).toEqual(detail.state);
    expect(unanswered.invitation?.mails.map((mail) => mail.kind)).toEqual(["invitation"]);
    const both = [encounter.id, silent.id].sort();
    expect((await idsOf(manager, { state: "asked_anonymously" })).sort()).toEqual(both);
    for (const state of ["sent", "reminded", "expired", "answered", "not_invited"]) {
      const found = await idsOf(manager, { state });
      expect(
        both.filter((id) => found.includes(id as string)),
        state,
      ).toEqual([]);
    }
  });
});

describe("the list's filters", () => {
  it("cuts periods at midnight of the organization's time zone", async () => {
    const fresh = await createSmallOrganization();
    const scope = makeScope({ ...fresh.manager.scope, now: NOW });
    const at = async (occurredAt: string) =>
      (await createEncounter(fresh.scope, fresh.attribution, { occurredAt: new Date(occurredAt) }))
        .id as string;
    const justBefore = await at("2026-11-20T21:59:59Z");
    const justAfter = await at("2026-11-20T22:00:00Z");
    expect(await idsOf(scope, { period: "today" })).toEqual([justAfter]);
    expect(await idsOf(scope, { period: "custom", from: "2026-11-20", to: "2026-11-20" })).toEqual([
      justBefore,
    ]);
    expect(await idsOf(scope, { period: "custom", from: "2026-11-20" })).toEqual([justAfter, justBefore]);
    expect(await idsOf(scope, { period: "nonsense", from: "x" })).toEqual([justAfter, justBefore]);
  });

  it("finds a customer by any part of name or address, and treats wildcards as letters", async () => {
    const fresh = await createSmallOrganization();
    const customer = await createCustomer(fresh.scope, {
      name: "Väinö 100% Ääkkönen",
      email: "vaino@example.test",
    });
    const { id } = await createEncounter(fresh.scope, fresh.attribution, { customerId: customer.id });
    await createEncounter(fresh.scope, fresh.attribution, { customerId: fresh.customer.id });
    expect(await idsOf(fresh.manager.scope, { q: "ääKK" })).toEqual([id]);
    expect(await idsOf(fresh.manager.scope, { q: "vaino@" })).toEqual([id]);
    expect(await idsOf(fresh.manager.scope, { q: "100%" })).toEqual([id]);
    expect(await idsOf(fresh.manager.scope, { q: "_@_" })).toEqual([]);
  });

  it("filters by what an encounter is attributed to", async () => {
    const fresh = await createSmallOrganization();
    const here = (await createEncounter(fresh.scope, fresh.attribution)).id as string;
    const there = (
      await createEncounter(fresh.scope, {
        ...fresh.attribution,
        touchpointId: fresh.otherTouchpoint.id,
        employeeId: fresh.otherEmployee.id,
        locationId: fresh.otherLocation.id,
        teamId: null,
        channel: "phone",
      })
    ).id as string;
    const scope = fresh.manager.scope;
    expect(await idsOf(scope, { touchpoint: fresh.touchpoint.id })).toEqual([here]);
    expect(await idsOf(scope, { employee: fresh.otherEmployee.id })).toEqual([there]);
    expect(await idsOf(scope, { location: fresh.location.id })).toEqual([here]);
    expect(await idsOf(scope, { channel: "phone" })).toEqual([there]);
    expect((await idsOf(scope, { type: fresh.encounterType.id })).sort()).toEqual([here, there].sort());
    expect(await idsOf(fresh.localManager.scope, {})).toEqual([here]);
    expect(await idsOf(fresh.employeeMember.scope, {})).toEqual([here]);
    await expect(getEncounter(fresh.localManager.scope, there)).rejects.toThrow(NotFoundError);
    await expect(getEncounter(fresh.employeeMember.scope, there)).rejects.toThrow(NotFoundError);
    expect(await idsOf(cast.manager.scope, { touchpoint: fresh.touchpoint.id })).toEqual([]);
    await expect(getEncounter(cast.manager.scope, here)).rejects.toThrow(NotFoundError);
  });
});

describe("deleteEncounter", () => {
  const record = async (scope: Scope, customer: Record<string, unknown>) => {
    const id = uuidv7();
    const input = recordEncounterInput.parse({
      id,
      touchpointId: cast.touchpoint.id,
      encounterTypeId: cast.encounterType.id,
      employeeId: cast.employee.id,
      channel: "in_person",
      when: "now",
      ...customer,
    });
    await recordEncounter(scope, input);
    return id;
  };
  const newcomer = {
    customerKind: "new",
    customerName: "Oops",
    customerEmail: "oops@example.test",
    customerLanguage: "fi",
    customerConsent: "not_asked",
  };

  it("takes back the record, its waiting invitation and the customer made for it", async () => {
    const id = await record(manager, newcomer);
    const encounter = await withScope(cast.scope, (tx) =>
      tx.encounter.findUniqueOrThrow({ where: key(cast.scope, id) }),
    );
    await createInvitation(cast.scope, encounter, cast.survey, { status: "scheduled", sentAt: null });
    await deleteEncounter(manager, id);
    await expect(getEncounter(manager, id)).rejects.toThrow(NotFoundError);
    await expect(deleteEncounter(manager, id)).rejects.toThrow(NotFoundError);
    const left = await withScope(cast.scope, async (tx) => ({
      customers: await tx.customer.count({ where: { email: "oops@example.test" } }),
      invitations: await tx.invitation.count({ where: { encounterId: id } }),
      activity: await tx.activityEvent.count({ where: { action: "encounter.deleted", subjectId: id } }),
    }));
    expect(left).toEqual({ customers: 0, invitations: 0, activity: 1 });
  });

  it("keeps a customer who was there before, or who was met again", async () => {
    const known = await record(manager, { customerKind: "known", customerId: cast.customer.id });
    await deleteEncounter(manager, known);
    const first = await record(manager, { ...newcomer, customerEmail: "again@example.test" });
    await record(manager, { ...newcomer, customerEmail: "again@example.test" });
    await deleteEncounter(manager, first);
    const kept = await withScope(cast.scope, (tx) =>
      tx.customer.count({ where: { OR: [{ id: cast.customer.id }, { email: "again@example.test" }] } }),
    );
    expect(kept).toBe(2);
  });

  it.each(["handed_over", "accepted"] as const)("refuses once a mail is %s", async (state) => {
    const encounter = await createEncounter(cast.scope, cast.attribution);
    const invitation = await createInvitation(cast.scope, encounter, cast.survey, {
      status: "scheduled",
      sentAt: null,
    });
    await withScope(cast.scope, (tx) =>
      tx.invitationMail.updateMany({ where: { invitationId: invitation.id }, data: { state } }),
    );
    expect((await getEncounter(manager, encounter.id)).canBeDeleted).toBe(false);
    await expect(deleteEncounter(manager, encounter.id)).rejects.toThrow(ConflictError);
    expect((await getEncounter(manager, encounter.id)).id).toBe(encounter.id);
  });

  it("lets employees take back only what they recorded themselves", async () => {
    const own = makeScope({ ...cast.employeeMember.scope, now: NOW });
    const byManager = await record(manager, { customerKind: "unknown" });
    expect((await getEncounter(own, byManager)).canBeDeleted).toBe(false);
    await expect(deleteEncounter(own, byManager)).rejects.toThrow(NotFoundError);
    const byThemselves = await record(own, { customerKind: "unknown" });
    expect((await getEncounter(own, byThemselves)).canBeDeleted).toBe(true);
    await deleteEncounter(own, byThemselves);
  });

  it("gives employees a quarter of an hour, and managers until the survey leaves", async () => {
    const own = makeScope({ ...cast.employeeMember.scope, now: NOW });
    const minutesLater = (scope: Scope, minutes: number) =>
      makeScope({ ...scope, now: new Date(NOW.getTime() + minutes * 60_000) });
    const unhappy = await record(own, { customerKind: "known", customerId: cast.customer.id });
    const slip = await record(own, { customerKind: "unknown" });
    expect((await getEncounter(minutesLater(own, 15), slip)).canBeDeleted).toBe(true);
    await deleteEncounter(minutesLater(own, 15), slip);
    const late = makeScope({ ...own, now: new Date(NOW.getTime() + 15 * 60_000 + 1) });
    expect((await getEncounter(late, unhappy)).canBeDeleted).toBe(false);
    await expect(deleteEncounter(late, unhappy)).rejects.toThrow(
      new ConflictError("encounterTooLateToDelete", { minutes: 15 }),
    );
    expect((await getEncounter(minutesLater(manager, 16), unhappy)).canBeDeleted).toBe(true);
    await deleteEncounter(minutesLater(manager, 16), unhappy);
  });

  it("knows nothing of other organizations and other locations", async () => {
    const other = await createSmallOrganization();
    const foreign = await createEncounter(other.scope, other.attribution);
    await expect(deleteEncounter(manager, foreign.id)).rejects.toThrow(NotFoundError);
    const elsewhere = await createEncounter(cast.scope, {
      ...cast.attribution,
      employeeId: cast.otherEmployee.id,
      locationId: cast.otherLocation.id,
      teamId: null,
    });
    await expect(deleteEncounter(cast.localManager.scope, elsewhere.id)).rejects.toThrow(NotFoundError);
  });
});
