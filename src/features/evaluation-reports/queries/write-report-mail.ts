import "server-only";
import type { MemberMailText, UnsentMemberMail } from "@/features/organizations/mail/member-mail-kinds";
import { memberMailTexts } from "@/features/organizations/mail/member-mail-texts";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { visibleReports } from "../visible-reports-sql";

/** The kinds of mail to members that are about released reports. */
const REPORT_MAIL_KINDS = [
  "evaluationReportReleased",
  "evaluationReportsReleased",
] as const satisfies readonly UnsentMemberMail["kind"][];
export type ReportMailKind = (typeof REPORT_MAIL_KINDS)[number];

/**
 * A mail about released reports: to a subject about the own one, to those who read others' how many there are to read. It
 * says where to read and nothing of what is in them. Null when the reader may not see any of them (any more).
 */
export async function writeReportMail(
  reader: Scope,
  mail: UnsentMemberMail & { kind: ReportMailKind },
): Promise<MemberMailText | null> {
  const isOwn = mail.kind === "evaluationReportReleased";
  const about = isOwn
    ? Prisma.sql`report.id = ${mail.subjectId}::uuid`
    : Prisma.sql`cycle.id = ${mail.subjectId}::uuid
                 and subject.employee_id is distinct from ${reader.employeeId}::uuid`;
  const [found] = await withScope(
    reader,
    (tx) => tx.$queryRaw<{ cycle: string; subjectId: string; subjects: number }[]>`
      select cycle.name as cycle, min(subject.id::text) as "subjectId", count(distinct subject.id)::int as subjects
        from evaluation_reports report
        join evaluation_subjects subject
          on subject.organization_id = report.organization_id and subject.id = report.subject_id
        join evaluation_cycles cycle
          on cycle.organization_id = subject.organization_id and cycle.id = subject.cycle_id
       where ${about} and ${visibleReports(reader)}
       group by cycle.name`,
  );
  if (!found) return null;
  const { t } = memberMailTexts(mail.reader.language);
  const { cycle, subjectId, subjects } = found;
  return {
    subject: t(`${mail.kind}.subject`, { cycle }),
    paragraphs: [t(`${mail.kind}.text`, { cycle, n: subjects })],
    button: {
      label: t(`${mail.kind}.open`),
      path: isOwn || subjects === 1 ? `/evaluation-reports/${subjectId}` : "/evaluations",
    },
  };
}
