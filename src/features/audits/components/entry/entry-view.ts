import type { AuditFormSection } from "@/features/audit-forms/schema";
import type { LocalizedText } from "@/server/input";
import type { EntryPage } from "../../entry/outbox-types";
import type { AuditEntry } from "../../entry-schema";
import type { AuditKind } from "../../schema";

/** What the entry page shows of an audit, as it goes to the browser. */
export type EntryView = {
  auditId: string;
  memberId: string;
  kind: AuditKind;
  assignmentId: string | null;
  intro: LocalizedText;
  sections: AuditFormSection[];
  /** Empty where nobody may be named. */
  employees: { id: string; name: string }[];
  mayNameEmployee: boolean;
  /** What the reviewer who sent it back wants looked at; null = about the whole. */
  remarks: { itemKey: string | null; text: string }[];
  isReturned: boolean;
  canDiscard: boolean;
  timeZone: string;
  page: EntryPage;
};

/** `readAt`: when the server made this page (ISO). */
export function toEntryView(audit: AuditEntry, context: { timeZone: string; readAt: string }): EntryView {
  const isReturned = audit.status === "returned";
  const known = Object.entries(audit.answers).map(([itemKey, answer]) => {
    const { isNotApplicable, number, optionKeys, text, comment, revision } = answer;
    return { itemKey, revision, value: { isNotApplicable, number, optionKeys, text, comment } };
  });
  return {
    auditId: audit.id,
    memberId: audit.auditor.memberId,
    kind: audit.kind,
    assignmentId: audit.assignmentId,
    intro: audit.form.definition.intro,
    sections: audit.form.definition.sections,
    employees: audit.employees,
    mayNameEmployee: audit.mayNameEmployee,
    remarks: audit.remarks
      .filter(({ round }) => isReturned && round === audit.timesReturned)
      .map(({ itemKey, text }) => ({ itemKey, text })),
    isReturned,
    canDiscard: audit.submittedAt === null,
    timeZone: context.timeZone,
    page: {
      readAt: context.readAt,
      known,
      files: audit.files.filter(({ appealMessageId }) => appealMessageId === null),
      visit: {
        visitStartedAt: audit.visitStartedAt?.toISOString() ?? null,
        visitEndedAt: audit.visitEndedAt?.toISOString() ?? null,
        employeeId: audit.employee?.id ?? null,
        summary: audit.summary,
      },
    },
  };
}
