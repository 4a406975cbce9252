import "server-only";
import type { Endpoint } from "@/server/api/define-endpoint";
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
  postImports,
  getImport,
  ...LISTS,
];
