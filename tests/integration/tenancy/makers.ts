import { v7 as uuidv7 } from "uuid";
import type { ImportKind, MemberRole } from "@/generated/prisma/enums";
import { makeApiKey } from "@/server/api/known-keys";
import { withScope, withUser } from "@/server/database";
import { key, makeScope, type Scope } from "@/server/scope";
import { accountToken, hashToken } from "@/server/tokens";
import { createAuditForm, createBehaviour, smallFormDefinition } from "../../factories/audit-forms";
import { createAnsweredEncounter, createEncounter, createInvitation } from "../../factories/encounters";
import { createEncounterType, createTouchpoint } from "../../factories/journey";
import { createMember } from "../../factories/organization";
import {
  createCustomer,
  createEmployee,
  createLocation,
  createTeam,
  suppressAddress,
} from "../../factories/people";
import type { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

/** Where a thing is: at the location of the limited manager and the employee with an account, or at the other one. */
export type Place = { isHere: boolean; locationId: string; employeeId: string };

export type Person = { scope: Scope; userId: string; memberId: string; sessionId: string; email: string };

const HOUR = 3600_000;
let counter = 0;
/** A word that nothing else has. */
export function unique(): string {
  counter += 1;
  return `${counter}-${uuidv7().slice(-8)}`;
}

/** Who signed in, for rows that carry a session. */
export function createSession(userId: string): Promise<string> {
  return withUser(userId, async (tx) => {
    const session = await tx.userSession.create({ data: { userId }, select: { id: true } });
    return session.id;
  });
}

export type Base = Pick<
  Awaited<ReturnType<typeof createSmallOrganization>>,
  "organization" | "scope" | "survey"
> & {
  mark: string;
  score: number;
  people: Record<"owner" | "manager" | "localManager" | "consultant" | "employee", Person>;
  here: Place;
  touchpointId: string;
  encounterTypeId: string;
  customerId: string;
};

/** Makers of fresh things, so that each line of the table can archive, rename or delete its own. */
export function makers({ mark, score, organization, scope, survey, people, here, ...ids }: Base) {
  const named = (what: string) => `${mark} ${what} ${unique()}`;
  const address = () => `${mark.toLowerCase()}-${unique()}@example.test`;
  const archivedAt = (isArchived: boolean | undefined) => (isArchived ? scope.now : null);
  const attributionOf = (place: Place) => ({
    touchpointId: ids.touchpointId,
    encounterTypeId: ids.encounterTypeId,
    employeeId: place.employeeId,
    locationId: place.locationId,
  });
  type Archived = { isArchived?: boolean };
  /** For a name that is used in both organizations: without the mark, which then stays with what is seen of one of them. */
  type Named = { name?: string };

  const newCustomer = async (options: Archived = {}) => {
    const details = {
      name: named("customer"),
      email: address(),
      externalReference: named("reference"),
      segment: named("segment"),
      archivedAt: archivedAt(options.isArchived),
    };
    return { ...(await createCustomer(scope, details)), ...details };
  };
  const newMember = (role: MemberRole = "consultant", options: Parameters<typeof createMember>[2] = {}) =>
    createMember(organization, role, { name: named("member"), email: address(), ...options });

  const newEncounter = (place: Place = here, options: Parameters<typeof createEncounter>[2] = {}) =>
    createEncounter(scope, attributionOf(place), {
      occurredAt: new Date(scope.now.getTime() - 2 * HOUR),
      externalReference: named("encounter"),
      recordedByUserId: people.manager.userId,
      ...options,
    });

  const newBehaviour = async ({ isArchived, position = 0 }: Archived & { position?: number } = {}) => {
    const name = named("behaviour");
    const made = await createBehaviour(scope, { name, position, archivedAt: archivedAt(isArchived) });
    return { ...made, name, position };
  };

  return {
    attributionOf,
    newCustomer,
    newMember,
    newEncounter,
    newSuppressedCustomer: async () => {
      const customer = await newCustomer();
      await suppressAddress(scope, customer.email, "suppressed");
      return customer;
    },
    /** What a file calls the place. */
    locationName: async ({ locationId }: Place) => {
      const location = await withScope(scope, (tx) =>
        tx.location.findUniqueOrThrow({ where: key(scope, locationId), select: { name: true } }),
      );
      return location.name;
    },
    newLocation: async (options: Archived = {}) => {
      const details = { name: named("location"), externalReference: named("reference") };
      const archived = archivedAt(options.isArchived);
      return { ...(await createLocation(scope, { ...details, archivedAt: archived })), ...details };
    },
    newTeam: (place: Place = here, options: Archived = {}) =>
      createTeam(scope, {
        name: named("team"),
        locationId: place.locationId,
        archivedAt: archivedAt(options.isArchived),
      }),
    newEmployee: async (
      place: Place = here,
      options: Archived & { teamId?: string; externalReference?: string } = {},
    ) => {
      const details = {
        name: named("employee"),
        email: address(),
        externalReference: options.externalReference ?? named("reference"),
        locationId: place.locationId,
        teamId: options.teamId ?? null,
        archivedAt: archivedAt(options.isArchived),
      };
      return { ...(await createEmployee(scope, details)), ...details };
    },
    newTouchpoint: ({ isArchived, name = named("touchpoint") }: Archived & Named = {}) =>
      createTouchpoint(scope, { name, archivedAt: archivedAt(isArchived) }),
    newEncounterType: ({ isArchived, name = named("type") }: Archived & Named = {}) =>
      createEncounterType(scope, { name, archivedAt: archivedAt(isArchived) }),
    newBehaviour,
    /** A behaviour that a published form asks about. */
    newAskedBehaviour: async () => {
      const behaviour = await newBehaviour();
      const definition = smallFormDefinition();
      for (const item of definition.sections[0]?.items ?? []) item.behaviourId = behaviour.id;
      await createAuditForm(scope, { name: named("form"), definition });
      return behaviour;
    },
    newSurvey: (options: { name?: string; status?: "published" | "paused"; isAnonymous?: boolean } = {}) =>
      createPublishedSurvey(scope, {
        name: named("survey"),
        encounterTypeIds: [ids.encounterTypeId],
        touchpointIds: [ids.touchpointId],
        ...options,
      }),
    /** A sent invitation that can be answered; the token opens it. */
    newInvitation: async (place: Place = here, options: { isQueued?: boolean } = {}) => {
      const customer = await newCustomer();
      const encounter = await newEncounter(place, { customerId: customer.id });
      const invitation = await createInvitation(scope, encounter, survey, {
        sendAt: new Date(scope.now.getTime() - HOUR),
        ...(options.isQueued ? { status: "scheduled" as const, sentAt: null } : {}),
      });
      const respondentScope = makeScope({ ...scope, actor: "respondent" });
      return { ...invitation, customer, encounter, respondentScope };
    },
    /** An answer with words, dated an hour ago. */
    newAnswer: async (place: Place = here) => {
      const answered = await createAnsweredEncounter(scope, attributionOf(place), survey, {
        score,
        answeredAt: new Date(scope.now.getTime() - HOUR),
        comment: named("comment"),
        followUp: named("follow-up"),
      });
      return { ...answered, respondentScope: makeScope({ ...scope, actor: "respondent" }) };
    },
    /** An uploaded file of the manager at that place: the limited one here, the other one elsewhere. */
    newImport: async (
      place: Place,
      options: {
        kind?: ImportKind;
        status?: "uploaded" | "running" | "finished" | "failed";
        file?: string;
      } = {},
    ) => {
      const id = uuidv7();
      const creator = place.isHere ? people.localManager : people.manager;
      const reference = named("row");
      const file = options.file ?? `reference,name,email\n${reference},${mark} imported,${address()}\n`;
      const isFinished = options.status === "finished";
      const kept = JSON.stringify({ header: ["reference"], rows: [{ line: 2, cells: [reference] }] });
      await withScope(scope, async (tx) => {
        await tx.import.create({
          data: {
            organizationId: scope.organizationId,
            id,
            kind: options.kind ?? "customers",
            status: options.status ?? "uploaded",
            fileName: `${mark}.csv`,
            content: new TextEncoder().encode(isFinished ? kept : file),
            encoding: "utf-8",
            delimiter: ",",
            mapping: { columns: { externalReference: 0, name: 1, email: 2 } },
            rowsTotal: 1,
            rowsRejected: isFinished ? 1 : 0,
            createdByUserId: creator.userId,
          },
          select: { id: true },
        });
        if (!isFinished) return;
        const rejection = { line: 2, column: "reference", value: reference, reason: "referenceTaken" };
        await tx.importRejection.create({
          data: { organizationId: scope.organizationId, importId: id, ...rejection },
          select: { line: true },
        });
      });
      return { id, reference };
    },
    /** A key of a program, and the scope it gives; with what it was answered once. */
    newApiKey: async (options: { access?: "read" | "write"; name?: string } = {}) => {
      const { key, keyHash, prefix } = makeApiKey();
      const id = uuidv7();
      const { organizationId } = scope;
      const name = options.name ?? named("key");
      const access = options.access ?? "write";
      const answered = {
        key: named("try"),
        requestHash: new Uint8Array(32),
        status: 200,
        response: { mark },
      };
      await withScope(scope, (tx) =>
        tx.apiKey.create({
          data: {
            organizationId,
            id,
            name,
            keyHash,
            prefix,
            access,
            idempotency: { create: answered },
          },
          select: { id: true },
        }),
      );
      return { id, key, name, scope: makeScope({ ...scope, actor: "api", apiKeyId: id }), answered };
    },
    /** An open invitation of a member-to-be; the token opens it. */
    newMemberInvitation: async (options: { role?: MemberRole; email?: string } = {}) => {
      const id = uuidv7();
      const token = accountToken(id, "member-invitation");
      const email = options.email ?? address();
      await withScope(scope, (tx) =>
        tx.memberInvitation.create({
          data: {
            organizationId: scope.organizationId,
            id,
            email,
            role: options.role ?? "consultant",
            tokenHash: hashToken(token),
            invitedByUserId: people.owner.userId,
            expiresAt: new Date(scope.now.getTime() + 24 * HOUR),
          },
          select: { id: true },
        }),
      );
      return { id, token, email };
    },
    /** A member with a session and an open link for a new password. */
    newUser: async () => {
      const member = await newMember();
      const id = uuidv7();
      const token = accountToken(id, "password-reset");
      const expiresAt = new Date(scope.now.getTime() + HOUR);
      await withUser(member.userId, (tx) =>
        tx.passwordReset.create({
          data: { id, userId: member.userId, tokenHash: hashToken(token), expiresAt },
          select: { id: true },
        }),
      );
      const [sessionId, otherSessionId] = [
        await createSession(member.userId),
        await createSession(member.userId),
      ];
      return { ...member, sessionId, otherSessionId, passwordResetId: id, resetToken: token };
    },
  };
}
