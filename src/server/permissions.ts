import type { MemberRole } from "@/generated/prisma/enums";

/** What each role may do. A new act gets a line here before it gets an action. */
export const PERMISSIONS = {
  "organization.manage": ["owner"],
  "members.manage": ["owner"],
  "activity.read": ["owner"],
  "api-keys.manage": ["owner"],
  "journey.manage": ["owner", "manager"],
  "people.manage": ["owner", "manager"],
  "customers.manage": ["owner", "manager"],
  "customers.erase": ["owner"],
  "encounters.read": ["owner", "manager", "employee"],
  "encounters.record": ["owner", "manager", "employee"],
  "encounters.import": ["owner", "manager"],
  "surveys.manage": ["owner", "manager"],
  "dashboards.read": ["owner", "manager"],
  "own-results.read": ["employee"],
  "behaviours.manage": ["owner", "manager"],
  "audit-forms.manage": ["owner", "manager"],
  "audit-programmes.manage": ["owner", "manager"],
  "audit-assignments.answer": ["owner", "manager", "consultant"],
  /** Visits of one's own assignments, and open observation where one may observe. */
  "audits.enter": ["owner", "manager", "consultant", "employee"],
  /** Which audits a member sees is decided row by row (features/audits/visible-audits-sql.ts). */
  "audits.read": ["owner", "manager", "consultant", "employee"],
  "audits.review": ["owner", "manager"],
  /** Reply and appeal: the named employee and the location's managers (decided by rules). */
  "audits.appeal": ["owner", "manager", "employee"],
  "audit-results.read": ["owner", "manager"],
  /** How auditors score and hand in; a consultant sees only her own. */
  "auditor-statistics.read": ["owner", "manager", "consultant"],
  "evaluation-frameworks.manage": ["owner", "manager"],
  /** Cycles are the whole organization's: managers limited to locations take part instead (requireWholeOrganization). */
  "evaluation-cycles.manage": ["owner", "manager"],
  /** To nominate, approve as the named manager, rate, and see what is one's own; decided row by row. */
  "evaluations.take-part": ["owner", "manager", "consultant", "employee"],
  /** Which reports a member sees is decided row by row (features/evaluation-reports/visible-reports-sql.ts). */
  "evaluation-reports.read": ["owner", "manager", "employee"],
  "evaluation-cohorts.read": ["owner", "manager"],
  /** Among employees: needs an employee behind the member (requireEmployee). */
  "peer-feedback.use": ["owner", "manager", "employee"],
  "diary.write": ["owner", "manager", "employee"],
  "recognitions.use": ["owner", "manager", "consultant", "employee"],
  "improvement-actions.manage": ["owner", "manager"],
  "organization.enter": ["owner", "manager", "consultant", "employee"],
} as const satisfies Record<string, readonly MemberRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role holds a permission; no role (respondents, jobs) holds none. */
export function hasPermission(role: MemberRole | null, permission: Permission): boolean {
  return role !== null && (PERMISSIONS[permission] as readonly MemberRole[]).includes(role);
}
