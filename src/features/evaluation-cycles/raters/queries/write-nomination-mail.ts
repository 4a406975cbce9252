import "server-only";
import { formatDay } from "@/features/audit-programmes/windows";
import type { MemberMailText, UnsentMemberMail } from "@/features/organizations/mail/member-mail-kinds";
import { memberMailTexts } from "@/features/organizations/mail/member-mail-texts";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { isOpenForChoosing } from "../rules";
import { getNominationSubject } from "./get-nomination-subject";

export type NominationMailKind = "nominateNow" | "nominationsWaiting" | "chooseRaters";

/**
 * A mail about choosing raters, for the subject or its named manager; null when there is nothing to choose or approve any
 * more, or when the reader is not (or no longer) the one who does it.
 */
export async function writeNominationMail(
  reader: Scope,
  mail: UnsentMemberMail & { kind: NominationMailKind },
): Promise<MemberMailText | null> {
  return withScope(reader, (tx) =>
    mail.kind === "chooseRaters" ? writeToManager(tx, reader, mail) : writeAboutSubject(tx, reader, mail),
  );
}

async function writeAboutSubject(
  tx: Transaction,
  reader: Scope,
  mail: UnsentMemberMail,
): Promise<MemberMailText | null> {
  const subject = await getNominationSubject(tx, reader, mail.subjectId).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  if (!subject || !isOpenForChoosing(subject.cycle.status, subject.part)) return null;
  const { locale, t } = memberMailTexts(mail.reader.language);
  const path = `/evaluations/${subject.id}`;
  const words = { cycle: subject.cycle.name, subject: subject.name };
  if (mail.kind === "nominateNow") {
    const until = subject.cycle.nominateUntil ?? subject.cycle.opensOn;
    return {
      subject: t("nominateNow.subject", words),
      paragraphs: [
        t("nominateNow.text", words),
        t("nominateNow.until", { day: formatDay(until.toISOString().slice(0, 10), locale) }),
      ],
      button: { label: t("nominateNow.open"), path },
    };
  }
  if (subject.part === "subject") return null;
  const count = await tx.evaluationRating.count({
    where: { organizationId: reader.organizationId, subjectId: subject.id, status: "proposed" },
  });
  if (count === 0) return null;
  return {
    subject: t("nominationsWaiting.subject", words),
    paragraphs: [t("nominationsWaiting.text", { ...words, count })],
    button: { label: t("nominationsWaiting.open"), path },
  };
}

async function writeToManager(
  tx: Transaction,
  reader: Scope,
  mail: UnsentMemberMail,
): Promise<MemberMailText | null> {
  const cycle = await tx.evaluationCycle.findUnique({
    where: key(reader, mail.subjectId),
    select: { name: true, status: true, opensOn: true },
  });
  if (!cycle || !isOpenForChoosing(cycle.status, "manager")) return null;
  const count = await tx.evaluationSubject.count({
    where: {
      organizationId: reader.organizationId,
      cycleId: mail.subjectId,
      removedAt: null,
      managerMemberId: reader.memberId ?? mail.reader.memberId,
    },
  });
  if (count === 0) return null;
  const { t } = memberMailTexts(mail.reader.language);
  return {
    subject: t("chooseRaters.subject", { cycle: cycle.name }),
    paragraphs: [t("chooseRaters.text", { cycle: cycle.name, count })],
    button: { label: t("chooseRaters.open"), path: "/evaluations" },
  };
}
