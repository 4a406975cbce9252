import "server-only";
import { findAuditReminders } from "@/features/audit-programmes/commands/find-audit-reminders";
import { remindOfAssignments } from "@/features/audit-programmes/commands/remind-of-assignments";
import { writeAssignmentMail } from "@/features/audit-programmes/queries/write-assignment-mail";
import { remindOfAppeals } from "@/features/audits/appeals/commands/remind-of-appeals";
import { writeAuditMail } from "@/features/audits/queries/write-audit-mail";
import { writeNominationMail } from "@/features/evaluation-cycles/raters/queries/write-nomination-mail";
import { writeReportMail } from "@/features/evaluation-reports/queries/write-report-mail";
import { type MemberMailWriter, sendMemberMail } from "@/features/organizations/commands/send-member-mail";
import { writeFeedbackMail } from "@/features/peer-feedback/queries/write-feedback-mail";
import { writeThanksMail } from "@/features/recognitions/queries/write-thanks-mail";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { log } from "@/server/log";

const write: MemberMailWriter = async (reader, mail) => {
  const { kind } = mail;
  switch (kind) {
    case "assignmentOffered":
    case "assignmentCancelled":
    case "assignmentReminder":
    case "assignmentLate":
    case "assignmentDeclined":
      return writeAssignmentMail(reader, { ...mail, kind });
    case "feedbackRequested":
    case "feedbackReceived":
      return writeFeedbackMail(reader, { ...mail, kind });
    case "thanked":
      return writeThanksMail(reader, { ...mail, kind });
    case "nominateNow":
    case "nominationsWaiting":
    case "chooseRaters":
      return writeNominationMail(reader, { ...mail, kind });
    case "evaluationReportReleased":
    case "evaluationReportsReleased":
      return writeReportMail(reader, { ...mail, kind });
    default:
      return writeAuditMail(reader, { ...mail, kind });
  }
};

/** Sends one mail to a member, if it is still to be sent. */
export async function sendMemberMailTask(payload: JobPayloads["sendMemberMail"]): Promise<void> {
  await sendMemberMail(await jobScope(payload), payload.memberMailId, write);
}

/** Every hour: what the clock has to say about audits, organization by organization. */
export async function findAuditRemindersTask(): Promise<void> {
  await findAuditReminders(new Date());
}

/** The reminders of one organization. */
export async function remindOfAuditsTask(payload: JobPayloads["remindOfAudits"]): Promise<void> {
  const scope = await jobScope(payload);
  const mails = (await remindOfAssignments(scope)) + (await remindOfAppeals(scope));
  if (mails > 0) log("info", "audits.reminded", { ...payload, mails });
}
