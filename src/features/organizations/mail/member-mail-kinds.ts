/** Every kind of mail to a member, and what its `subjectId` is the id of. */
export const MEMBER_MAIL_SUBJECTS = {
  /** To the consultant. */
  assignmentOffered: "assignment",
  assignmentCancelled: "assignment",
  /** To the consultant; the occasion tells "begins" from "ends". */
  assignmentReminder: "assignment",
  assignmentLate: "assignment",
  /** To whoever made the assignment. */
  assignmentDeclined: "assignment",
  /** To the reviewers. The occasion is the round: "1", "2" … */
  auditSubmitted: "audit",
  /** To the auditor. The occasion is the round. */
  auditReturned: "audit",
  /** To the named employee, the location's managers and the auditor. */
  auditPublished: "audit",
  /** To those who may appeal, before the time to do so ends. The occasion is the day it ends. */
  appealDeadline: "audit",
  /** To the reviewers. */
  appealOpened: "appeal",
  /** To the others in the thread. The occasion is the message's id. */
  appealMessage: "appeal",
  /** To whoever appealed, the named employee and the auditor. */
  appealDecided: "appeal",
  /** To the evaluated employee, once the employee may see it. */
  evaluationReportReleased: "evaluationReport",
  /** To those who see reports besides the evaluated. The occasion is when they were released. */
  evaluationReportsReleased: "evaluationCycle",
  /** To a subject who is to choose raters. */
  nominateNow: "evaluationSubject",
  /** To a subject's named manager. The occasion is the day. */
  nominationsWaiting: "evaluationSubject",
  /** To a named manager who is to choose raters. */
  chooseRaters: "evaluationCycle",
  /** To the colleague who is asked. */
  feedbackRequested: "feedback",
  /** To its receiver, as thanks are. */
  feedbackReceived: "feedback",
  thanked: "recognition",
} as const;

export type MemberMailKind = keyof typeof MEMBER_MAIL_SUBJECTS;

/** A mail to a member that is to leave now. */
export type UnsentMemberMail = {
  id: string;
  kind: MemberMailKind;
  subjectId: string;
  occasion: string;
  reader: { memberId: string; userId: string; name: string; email: string; language: string };
  /** Tries that failed before. */
  attempts: number;
};

/** What a mail says, in the reader's language. */
export type MemberMailText = {
  subject: string;
  /** Plain sentences, one paragraph each. */
  paragraphs: string[];
  /** Where it leads: a path below the organization's pages ("/audits/…"). */
  button: { label: string; path: string };
};
