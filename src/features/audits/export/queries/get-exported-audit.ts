import "server-only";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { ExportedAudit, ExportedItem } from "../schema";
import { listAuditsAfter } from "./list-audits-after";
import { listExportedItems } from "./list-exported-items";

/** A published audit with its items, for somebody who may see it; else NotFoundError. */
export async function getExportedAudit(
  scope: Scope,
  auditId: string,
): Promise<ExportedAudit & { items: ExportedItem[] }> {
  const [audit] = await listAuditsAfter(scope, { audit: auditId }, { after: null, limit: 1 });
  if (!audit) throw new NotFoundError();
  const items = await listExportedItems(scope, [auditId]);
  return { ...audit, items: items.get(auditId) ?? [] };
}
