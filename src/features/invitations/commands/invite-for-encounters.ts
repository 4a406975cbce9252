import "server-only";
import { v7 as uuidv7 } from "uuid";
import { surveyDefinition } from "@/features/surveys/schema";
import type { NoInvitationReason } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import { enqueueJob } from "@/server/jobs";
import { key, type Scope } from "@/server/scope";
import { hashAddress, hashToken, invitationToken, makeTokenSeed } from "@/server/tokens";
import {
  chooseInvitationLanguage,
  decideInvitation,
  type InvitationDecision,
  type SurveyCandidate,
} from "../rules";
import { listCustomersOfAddress, lockAddress } from "./same-address";

/** How many of the encounters were invited for, got a reason instead, or had been decided (or deleted) before. */
export type InvitingResult = { invited: number; notInvited: number; untouched: number };

type Settings = {
  organization: { timeZone: string; quarantineDays: number; language: string; languages: string[] };
  surveys: SurveyCandidate[];
};

/**
 * Decides for each encounter whether its customer is asked, and writes the invitation with its mail, or the reason.
 * Each encounter is a transaction of its own; an encounter decided before is left as it is, so a repeated job does no harm.
 */
export async function inviteForEncounters(
  scope: Scope,
  encounterIds: readonly string[],
): Promise<InvitingResult> {
  const settings = await withScope(scope, (tx) => loadSettings(tx, scope));
  const result: InvitingResult = { invited: 0, notInvited: 0, untouched: 0 };
  for (const encounterId of encounterIds) {
    const outcome = await withScope(scope, (tx) => inviteForEncounter(tx, scope, settings, encounterId));
    result[outcome] += 1;
  }
  return result;
}

async function inviteForEncounter(
  tx: Transaction,
  scope: Scope,
  settings: Settings,
  encounterId: string,
): Promise<keyof InvitingResult> {
  const { organizationId, now } = scope;
  // The encounter's lock makes a second run of the same job wait; the customer's keeps the address as it is; the address's
  // makes two encounters of one reader be decided one after the other, so that both cannot pass the quarantine.
  const [locked] = await tx.$queryRaw<{ customerId: string | null }[]>`
    select customer_id as "customerId" from encounters
    where organization_id = ${organizationId}::uuid and id = ${encounterId}::uuid for update`;
  if (!locked) return "untouched";
  if (locked.customerId) {
    const [customer] = await tx.$queryRaw<{ email: string | null }[]>`
      select email from customers
      where organization_id = ${organizationId}::uuid and id = ${locked.customerId}::uuid for update`;
    if (customer?.email) await lockAddress(tx, scope, customer.email);
  }
  const encounter = await tx.encounter.findUniqueOrThrow({
    where: key(scope, encounterId),
    select: {
      occurredAt: true,
      encounterTypeId: true,
      touchpointId: true,
      noInvitationReason: true,
      invitation: { select: { id: true } },
      customer: {
        select: { id: true, email: true, consent: true, erasedAt: true, archivedAt: true, language: true },
      },
    },
  });
  if (encounter.invitation || encounter.noInvitationReason) return "untouched";

  const decision = decideInvitation({
    encounter,
    customer: encounter.customer,
    suppression: await findSuppression(tx, scope, encounter.customer?.email ?? null),
    surveys: settings.surveys,
    otherInvitations: await listOtherInvitations(tx, scope, encounter.customer),
    organization: settings.organization,
    now,
  });
  if (!decision.invite) {
    await tx.encounter.update({
      where: key(scope, encounterId),
      data: {
        noInvitationReason: decision.reason satisfies NoInvitationReason,
        quarantinedUntil: decision.quarantinedUntil,
      },
      select: { id: true },
    });
    return "notInvited";
  }
  await writeInvitation(tx, scope, {
    encounterId,
    customerId: locked.customerId,
    decision,
    language: chooseInvitationLanguage(
      encounter.customer?.language ?? settings.organization.language,
      settings.organization,
      decision.survey.languages,
    ),
  });
  return "invited";
}

async function writeInvitation(
  tx: Transaction,
  scope: Scope,
  invited: {
    encounterId: string;
    customerId: string | null;
    language: string;
    decision: InvitationDecision & { invite: true };
  },
): Promise<void> {
  const { organizationId, now } = scope;
  const { survey, sendAt, expiresAt } = invited.decision;
  const id = uuidv7();
  const tokenSeed = makeTokenSeed();
  await tx.invitation.create({
    data: {
      organizationId,
      id,
      encounterId: invited.encounterId,
      customerId: invited.customerId,
      surveyId: survey.id,
      surveyVersionId: survey.versionId,
      language: invited.language,
      isAnonymous: survey.isAnonymous,
      tokenSeed,
      tokenHash: hashToken(invitationToken(id, tokenSeed)),
      createdAt: now,
      sendAt,
      expiresAt,
      mails: { create: { kind: "invitation", createdAt: now } },
    },
    select: { id: true },
  });
  await enqueueJob(
    tx,
    "sendInvitationMail",
    { organizationId, invitationId: id, kind: "invitation" },
    { runAt: sendAt, jobKey: `invitation-mail:${id}:invitation` },
  );
}

/** Why this address is never mailed, or null. */
export async function findSuppression(tx: Transaction, scope: Scope, email: string | null) {
  if (!email) return null;
  const found = await tx.suppressedAddress.findUnique({
    where: {
      organizationId_addressHash: { organizationId: scope.organizationId, addressHash: hashAddress(email) },
    },
    select: { reason: true },
  });
  return found?.reason ?? null;
}

/** The invitations that went or will go to this customer or to the same address. */
async function listOtherInvitations(
  tx: Transaction,
  scope: Scope,
  customer: { id: string; email: string | null } | null,
) {
  if (!customer) return [];
  const customerIds = await listCustomersOfAddress(tx, scope, customer);
  // Quarantines are at most ten years by the database's own check, and a person has few invitations.
  const invitations = await tx.invitation.findMany({
    where: {
      organizationId: scope.organizationId,
      customerId: { in: customerIds },
      status: { not: "not_sent" },
    },
    select: {
      status: true,
      sendAt: true,
      sentAt: true,
      expiresAt: true,
      encounter: { select: { touchpointId: true, occurredAt: true } },
    },
    orderBy: { sendAt: "desc" },
    take: 100,
  });
  return invitations.map(({ encounter, ...invitation }) => ({ ...invitation, ...encounter }));
}

async function loadSettings(tx: Transaction, scope: Scope): Promise<Settings> {
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { timeZone: true, quarantineDays: true, language: true, languages: true },
  });
  const surveys = await tx.survey.findMany({
    where: { organizationId: scope.organizationId, status: { in: ["published", "paused"] } },
    select: {
      id: true,
      status: true,
      currentVersionId: true,
      delayMinutes: true,
      expiryDays: true,
      quarantineDays: true,
      isAnonymous: true,
      createdAt: true,
      encounterTypes: { select: { encounterTypeId: true } },
      touchpoints: { select: { touchpointId: true } },
    },
  });
  const versions = await tx.surveyVersion.findMany({
    where: {
      organizationId: scope.organizationId,
      id: { in: surveys.flatMap((survey) => survey.currentVersionId ?? []) },
    },
    select: { id: true, definition: true },
  });
  const languagesOf = new Map(
    versions.map((version) => [
      version.id,
      writtenLanguages(surveyDefinition.parse(version.definition).main.text),
    ]),
  );
  return {
    organization,
    surveys: surveys.map(({ currentVersionId, encounterTypes, touchpoints, ...survey }) => ({
      ...survey,
      versionId: currentVersionId,
      encounterTypeIds: encounterTypes.map((bound) => bound.encounterTypeId),
      touchpointIds: touchpoints.map((bound) => bound.touchpointId),
      languages: languagesOf.get(currentVersionId ?? "") ?? [],
    })),
  };
}

function writtenLanguages(text: LocalizedText): string[] {
  return Object.entries(text).flatMap(([language, written]) => (written ? [language] : []));
}
