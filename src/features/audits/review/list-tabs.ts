import { type Actor, isReviewer } from "./rules";
import type { AuditTab } from "./schema";

/** The tabs of the list that this member has, and the one shown unless another is asked for. */
export function listTabs(
  actor: Actor,
  counts: Record<AuditTab, number>,
  mayObserve: boolean,
): { tabs: AuditTab[]; first: AuditTab } {
  if (actor.role === "consultant") return { tabs: ["mine"], first: "mine" };
  if (isReviewer(actor)) {
    return {
      tabs: ["review", "returned", "published", "mine"],
      first: counts.review > 0 ? "review" : "published",
    };
  }
  const tabs: AuditTab[] = mayObserve || counts.mine > 0 ? ["published", "mine"] : ["published"];
  return { tabs, first: "published" };
}
