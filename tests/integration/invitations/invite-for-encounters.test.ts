import { beforeAll, describe, expect, test } from "vitest";
import { inviteForEncounters } from "@/features/invitations/commands/invite-for-encounters";
import { withScope } from "@/server/database";
import { key } from "@/server/scope";
import { hashToken, invitationToken } from "@/server/tokens";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createOrganization } from "../../factories/organization";
import { createCustomer, suppressAddress } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;

beforeAll(async () => {
  small = await createSmallOrganization();
});

async function encounterOf(customerId: string | null, overrides: object = {}) {
  return createEncounter(small.scope, small.attribution, {
    occurredAt: new Date(small.scope.now.getTime() - 3600_000),
    customerId,
    ...overrides,
  });
}

function readEncounter(id: string) {
  return withScope(small.scope, (tx) =>
    tx.encounter.findUniqueOrThrow({
      where: key(small.scope, id),
      select: { noInvitationReason: true, quarantinedUntil: true, invitation: { include: { mails: true } } },
    }),
  );
}

describe("inviting", () => {
  test("writes invitation, mail and job in one go, and a second run changes nothing", async () => {
    const customer = await createCustomer(small.scope, { language: "sv" });
    const encounter = await encounterOf(customer.id);
    expect(await inviteForEncounters(small.scope, [encounter.id])).toEqual({
      invited: 1,
      notInvited: 0,
      untouched: 0,
    });
    const { invitation, noInvitationReason } = await readEncounter(encounter.id);
    expect(noInvitationReason).toBeNull();
    expect(invitation).toMatchObject({
      status: "scheduled",
      language: "sv",
      customerId: customer.id,
      surveyVersionId: small.survey.versionId,
      mails: [{ kind: "invitation", state: "queued", attempts: 0 }],
    });
    if (!invitation?.tokenSeed) throw new Error("no seed");
    const token = invitationToken(invitation.id, invitation.tokenSeed);
    expect(Buffer.from(invitation.tokenHash)).toEqual(Buffer.from(hashToken(token)));

    expect(await inviteForEncounters(small.scope, [encounter.id])).toEqual({
      invited: 0,
      notInvited: 0,
      untouched: 1,
    });
    const jobs = await querySql(
      database.superuserUrl,
      "select run_at from graphile_worker.jobs where key = $1",
      [`invitation-mail:${invitation.id}:invitation`],
    );
    expect(jobs).toEqual([{ run_at: invitation.sendAt }]);
  });

  test("two encounters of one customer decided at once make one invitation, ten times out of ten", async () => {
    for (let round = 0; round < 10; round += 1) {
      const customer = await createCustomer(small.scope);
      const encounters = [
        await encounterOf(customer.id),
        await encounterOf(customer.id, { touchpointId: small.otherTouchpoint.id }),
      ];
      const results = await Promise.all(encounters.map(({ id }) => inviteForEncounters(small.scope, [id])));
      expect(results.map((result) => result.invited).sort()).toEqual([0, 1]);
      const states = await Promise.all(encounters.map(({ id }) => readEncounter(id)));
      const refused = states.find((state) => !state.invitation);
      const invited = states.find((state) => state.invitation)?.invitation;
      expect(refused?.noInvitationReason).toBe("quarantined");
      expect(refused?.quarantinedUntil).toEqual(
        new Date((invited?.sendAt.getTime() ?? 0) + 30 * 24 * 3600_000),
      );
    }
  });

  test("customers who share an address are one reader: at once or one after the other, one invitation", async () => {
    for (let round = 0; round < 5; round += 1) {
      const family = await Promise.all(
        ["family", "Family"].map((name) =>
          createCustomer(small.scope, { email: `${name}.${round}@example.test`.toLowerCase() }),
        ),
      );
      const encounters = await Promise.all(family.map(({ id }) => encounterOf(id)));
      const results = await Promise.all(encounters.map(({ id }) => inviteForEncounters(small.scope, [id])));
      expect(results.map((result) => result.invited).sort()).toEqual([0, 1]);
      const late = await createCustomer(small.scope, { email: `Family.${round}@Example.test` });
      const next = await encounterOf(late.id, { touchpointId: small.otherTouchpoint.id });
      await inviteForEncounters(small.scope, [next.id]);
      const states = await Promise.all([...encounters, next].map(({ id }) => readEncounter(id)));
      // The same day at the same touchpoint; another touchpoint.
      expect(states.map((state) => state.noInvitationReason).sort()).toEqual(
        [null, "duplicate", "quarantined"].sort(),
      );
    }
  });

  test("the same encounter decided by two jobs at once gets one invitation", async () => {
    const customer = await createCustomer(small.scope);
    const { id } = await encounterOf(customer.id);
    const results = await Promise.all([1, 2, 3, 4].map(() => inviteForEncounters(small.scope, [id])));
    expect(results.map((result) => result.invited).sort()).toEqual([0, 0, 0, 1]);
  });

  test("each reason reaches the encounter", async () => {
    const suppressed = await createCustomer(small.scope, { email: "Left@Example.test" });
    await suppressAddress(small.scope, "left@example.test", "unsubscribed");
    const refused = await createCustomer(small.scope, { consent: "refused" });
    const mute = await createCustomer(small.scope, { email: null });
    const cases = [
      [await encounterOf(null), "no_contact"],
      [await encounterOf(mute.id), "no_contact"],
      [await encounterOf(suppressed.id), "unsubscribed"],
      [await encounterOf(refused.id), "no_consent"],
    ] as const;
    await inviteForEncounters(
      small.scope,
      cases.map(([encounter]) => encounter.id),
    );
    for (const [encounter, reason] of cases) {
      expect(await readEncounter(encounter.id)).toMatchObject({
        noInvitationReason: reason,
        invitation: null,
      });
    }
  });

  test("an unsubscription in another organization is none of this one's business", async () => {
    const elsewhere = await createOrganization();
    const customer = await createCustomer(small.scope, { email: "both@example.test" });
    await suppressAddress(elsewhere.scope, "both@example.test", "unsubscribed");
    const { id } = await encounterOf(customer.id);
    expect((await inviteForEncounters(small.scope, [id])).invited).toBe(1);
  });

  test("another organization's encounter is left alone, an unknown one too", async () => {
    const elsewhere = await createOrganization();
    const customer = await createCustomer(small.scope);
    const { id } = await encounterOf(customer.id);
    const result = await inviteForEncounters(elsewhere.scope, [id, "00000000-0000-7000-8000-000000000000"]);
    expect(result).toEqual({ invited: 0, notInvited: 0, untouched: 2 });
    expect(await readEncounter(id)).toMatchObject({ noInvitationReason: null, invitation: null });
  });

  test("an anonymous survey's invitation says so", async () => {
    const other = await createSmallOrganization();
    const survey = await createPublishedSurvey(other.scope, {
      encounterTypeIds: [other.encounterType.id],
      touchpointIds: [other.touchpoint.id],
      isAnonymous: true,
    });
    const { id } = await createEncounter(other.scope, other.attribution, { customerId: other.customer.id });
    await inviteForEncounters(other.scope, [id]);
    const invitation = await withScope(other.scope, (tx) =>
      tx.invitation.findFirst({ where: { encounterId: id } }),
    );
    expect(invitation).toMatchObject({ isAnonymous: true, surveyId: survey.id });
  });
});
