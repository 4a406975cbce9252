import "server-only";
import { z } from "zod";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { isTooLateForEmployeeToDelete } from "../rules";
import type { EncounterDetail } from "../schema";
import { stateSelect, toEncounterState } from "./encounter-state";
import { visibleEncounters } from "./visible-encounters";

/** One encounter with everything that happened around it; throws NotFoundError, also when the scope may not see it. */
export async function getEncounter(scope: Scope, encounterId: string): Promise<EncounterDetail> {
  // An address may hold anything.
  if (!z.uuid().safeParse(encounterId).success) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const encounter = await tx.encounter.findFirst({
      where: { AND: [visibleEncounters(scope), { id: encounterId }] },
      select: {
        ...stateSelect,
        id: true,
        occurredAt: true,
        createdAt: true,
        source: true,
        externalReference: true,
        recordedByUserId: true,
        importId: true,
        channel: true,
        segment: true,
        touchpoint: { select: { id: true, name: true, stage: true } },
        employee: { select: { id: true, name: true } },
        location: { select: { id: true, name: true } },
        encounterType: { select: { id: true, name: true } },
        customer: {
          select: { id: true, name: true, email: true, language: true, consent: true, erasedAt: true },
        },
        invitation: {
          select: {
            ...stateSelect.invitation.select,
            surveyId: true,
            language: true,
            createdAt: true,
            bouncedAt: true,
            answeredAt: true,
            survey: { select: { name: true } },
            mails: {
              select: { kind: true, state: true, attempts: true, acceptedAt: true, serverReply: true },
              orderBy: { kind: "asc" },
            },
          },
        },
      },
    });
    if (!encounter) throw new NotFoundError();
    const recorder = encounter.recordedByUserId
      ? await tx.user.findUnique({ where: { id: encounter.recordedByUserId }, select: { name: true } })
      : null;
    const { customer, invitation } = encounter;
    return {
      id: encounter.id,
      occurredAt: encounter.occurredAt,
      createdAt: encounter.createdAt,
      source: encounter.source,
      externalReference: encounter.externalReference,
      recordedBy: recorder?.name ?? null,
      importId: encounter.importId,
      channel: encounter.channel,
      segment: encounter.segment,
      touchpoint: encounter.touchpoint,
      employee: encounter.employee,
      location: encounter.location,
      encounterType: encounter.encounterType,
      customer: customer && {
        id: customer.id,
        name: customer.name,
        email: customer.email,
        language: customer.language,
        consent: customer.consent,
        isErased: customer.erasedAt !== null,
      },
      state: toEncounterState(scope, encounter),
      invitation: invitation && {
        surveyId: invitation.surveyId,
        surveyName: invitation.survey.name,
        language: invitation.language,
        isAnonymous: invitation.isAnonymous,
        createdAt: invitation.createdAt,
        sendAt: invitation.sendAt,
        sentAt: invitation.sentAt,
        expiresAt: invitation.expiresAt,
        bouncedAt: invitation.bouncedAt,
        answeredAt: invitation.isAnonymous ? null : invitation.answeredAt,
        // A reminder that left, or was not needed, would tell whether the customer had answered by then.
        mails: invitation.isAnonymous
          ? invitation.mails.filter((mail) => mail.kind === "invitation")
          : invitation.mails,
      },
      canBeDeleted: mayDelete(scope, encounter) && (!invitation || hasNotLeft(invitation)),
    };
  });
}

/** Whether no mail of an invitation can have reached anybody. */
function hasNotLeft(invitation: {
  status: string;
  sentAt: Date | null;
  mails: { state: string }[];
}): boolean {
  return (
    (invitation.status === "scheduled" || invitation.status === "not_sent") &&
    invitation.sentAt === null &&
    invitation.mails.every((mail) => mail.state !== "handed_over" && mail.state !== "accepted")
  );
}

/** The same rule as `deleteEncounter` has, for a row at hand. */
function mayDelete(
  scope: Scope,
  row: { source: string; recordedByUserId: string | null; createdAt: Date },
): boolean {
  if (scope.role !== "employee") return true;
  const isOwn = row.source === "manual" && row.recordedByUserId === scope.userId;
  return isOwn && !isTooLateForEmployeeToDelete(row.createdAt, scope.now);
}
