import { RATER_GROUPS, type RaterGroup } from "@/features/evaluation-cycles/schema";

/** A rater group, or several that are shown as one because one of them is too small. */
export type ReportCellKey = RaterGroup | "others";
export const REPORT_CELLS = [...RATER_GROUPS, "others"] as const satisfies readonly ReportCellKey[];

/**
 * Whether a cell's people answer under their own name: the named manager, and an employee about himself. Of a team or a
 * location "self" does not exist; its own people answer as "member", anonymously.
 */
export function isNamedGroup(cell: ReportCellKey, isOnePerson: boolean): boolean {
  return cell === "manager" || (cell === "self" && isOnePerson);
}
