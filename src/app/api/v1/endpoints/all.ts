import "server-only";
import type { Endpoint } from "@/server/api/define-endpoint";
import { getFormVersion } from "./get-audit-form-versions";
import { getAuditScores } from "./get-audit-scores";
import { getAudit, getAudits } from "./get-audits";
import { LISTS } from "./get-lists";
import { getMetrics } from "./get-metrics";
import { getResponses } from "./get-responses";
import { getImport, postImports } from "./imports";
import { postCustomers } from "./post-customers";
import { postEncounters } from "./post-encounters";

/** Every endpoint, in the order of the document. */
export const ENDPOINTS: readonly Endpoint[] = [
  postEncounters,
  postCustomers,
  getResponses,
  getMetrics,
  getAudits,
  getAudit,
  getAuditScores,
  getFormVersion,
  postImports,
  getImport,
  ...LISTS,
];
