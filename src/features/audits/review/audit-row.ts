import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { auditHeadSelect } from "../audit-head-select";
import { hidesAuditor } from "./rules";
import type { AuditListRow } from "./schema";

/** What a list shows of an audit. */
export const auditRowSelect = {
  ...auditHeadSelect,
  reviewer: { select: { user: { select: { name: true } } } },
  version: { select: { form: { select: { name: true } } } },
  appeals: { select: { status: true } },
} as const satisfies Prisma.AuditSelect;

export type AuditRow = Prisma.AuditGetPayload<{ select: typeof auditRowSelect }>;

/** The row of a list; without the content of an audit that the scope may not see yet, and of a mystery auditor's name. */
export function toAuditListRow(scope: Scope, audit: AuditRow, hasContent: boolean): AuditListRow {
  const { auditor, reviewer, version, appeals, ...head } = audit;
  const count = (status: string) => appeals.filter((appeal) => appeal.status === status).length;
  const isHidden = hidesAuditor({ kind: audit.kind, auditorMemberId: auditor.id }, scope);
  return {
    ...head,
    ...(hasContent
      ? {}
      : { summary: null, strengths: null, suggestions: null, score: null, isFailed: false }),
    auditor: isHidden ? { memberId: "", name: "" } : { memberId: auditor.id, name: auditor.user.name },
    formName: version.form.name,
    hasContent,
    reviewerName: reviewer?.user.name ?? null,
    appeals: { open: count("open"), upheld: count("upheld"), changed: count("changed") },
  };
}
