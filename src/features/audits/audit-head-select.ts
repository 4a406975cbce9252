import type { Prisma } from "@/generated/prisma/client";

const named = { select: { id: true, name: true } } as const;

/** The columns of an `AuditHead`; its auditor's name is in the account. */
export const auditHeadSelect = {
  id: true,
  kind: true,
  status: true,
  assignmentId: true,
  channel: true,
  staffInformedOn: true,
  visitStartedAt: true,
  visitEndedAt: true,
  summary: true,
  strengths: true,
  suggestions: true,
  score: true,
  isFailed: true,
  submittedAt: true,
  timesReturned: true,
  reviewerMemberId: true,
  publishedAt: true,
  othersFrom: true,
  appealUntil: true,
  programme: named,
  touchpoint: named,
  location: named,
  encounterType: named,
  employee: named,
  auditor: { select: { id: true, user: { select: { name: true } } } },
} as const satisfies Prisma.AuditSelect;
