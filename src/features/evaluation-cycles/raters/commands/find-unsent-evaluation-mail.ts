import "server-only";
import { dayOf, isoDay } from "@/features/audit-programmes/windows";
import { findSuppressions } from "@/features/people/queries/find-suppressions";
import type { Transaction } from "@/server/database";
import { getEnv } from "@/server/env";
import type { LocalizedText } from "@/server/input";
import type { OutgoingMail } from "@/server/mail";
import { key, type Scope } from "@/server/scope";
import { raterToken } from "@/server/tokens";
import { isRatingOpen } from "../../rules";
import { buildRaterMail } from "../rater-mail";
import type { EvaluationMailKind } from "./queue-evaluation-mails";

/** A mail to a rater that is to leave now. */
export type UnsentEvaluationMail = {
  id: string;
  kind: string;
  /** Tries that failed before. */
  attempts: number;
  message: OutgoingMail;
};

/** A reminder that could not leave for this long names a day that has passed. */
const STALE_AFTER = 24 * 3600_000;

/**
 * The mail if it is to leave now, else null. It is cancelled when nothing is left to rate (sent, declined, taken off,
 * closed, cancelled), when the person left, was erased or must not be mailed, and a reminder when it is a day old.
 */
export async function findUnsentEvaluationMail(
  tx: Transaction,
  scope: Scope,
  evaluationMailId: string,
): Promise<UnsentEvaluationMail | null> {
  const row = await readMail(tx, scope, evaluationMailId);
  if (row?.state !== "queued") return null;
  const message = await writeMail(tx, scope, row);
  if (message) return { id: row.id, kind: row.kind, attempts: row.attempts, message };
  await tx.evaluationMail.updateMany({
    where: { organizationId: scope.organizationId, id: row.id, state: "queued" },
    data: { state: "cancelled" },
  });
  return null;
}

async function readMail(tx: Transaction, scope: Scope, id: string) {
  const name = { select: { name: true } } as const;
  return tx.evaluationMail.findUnique({
    where: key(scope, id),
    select: {
      id: true,
      kind: true,
      state: true,
      attempts: true,
      createdAt: true,
      rater: {
        select: {
          id: true,
          name: true,
          email: true,
          language: true,
          tokenSeed: true,
          employee: { select: { archivedAt: true } },
          customer: { select: { archivedAt: true, erasedAt: true } },
          cycle: {
            select: { name: true, purpose: true, status: true, closesOn: true, anonymityK: true },
          },
          ratings: {
            select: {
              raterGroup: true,
              status: true,
              withdrawnAt: true,
              subject: {
                select: { kind: true, removedAt: true, employee: name, team: name, location: name },
              },
            },
            orderBy: { id: "asc" },
          },
        },
      },
    },
  });
}

async function writeMail(
  tx: Transaction,
  scope: Scope,
  { rater, ...mail }: NonNullable<Awaited<ReturnType<typeof readMail>>>,
): Promise<OutgoingMail | null> {
  const { id, name, email, language, tokenSeed, cycle } = rater;
  const { now, timeZone } = scope;
  if (mail.kind === "reminder" && now.getTime() - mail.createdAt.getTime() > STALE_AFTER) return null;
  if (!name || !email || rater.employee?.archivedAt) return null;
  if (rater.customer?.archivedAt || rater.customer?.erasedAt) return null;
  const today = dayOf(now, timeZone);
  const open = rater.ratings.filter((rating) =>
    isRatingOpen({ cycle, subject: rating.subject, rating }, today),
  );
  if (open.length === 0) return null;
  if ((await findSuppressions(tx, scope, [email])).size > 0) return null;
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { name: true, language: true, senderName: true, replyTo: true, accentColor: true },
  });
  return buildRaterMail({
    kind: mail.kind as EvaluationMailKind,
    mailId: mail.id,
    token: raterToken(id, tokenSeed),
    rater: { name, email, language },
    cycle: {
      name: cycle.name,
      purpose: cycle.purpose as LocalizedText,
      anonymityK: cycle.anonymityK,
      lastDay: isoDay(cycle.closesOn),
    },
    ratings: open.map(({ raterGroup, subject }) => ({
      subjectName: (subject.employee ?? subject.team ?? subject.location)?.name ?? "",
      group: raterGroup,
      isOnePerson: subject.kind === "employee",
    })),
    organization,
    appUrl: new URL(getEnv().APP_URL).origin,
  });
}
