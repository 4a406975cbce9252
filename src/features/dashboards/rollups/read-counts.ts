import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { Dimension } from "../schema";
import { type Counted, countsSql } from "./counts-sql";
import { type CountPlan, type CountRequest, planRaw, planRequest } from "./request";

/** A period (its place in the request), a value per dimension (null: none), a bucket's first day, a key and its sums. */
export type CountedRow = {
  period: number;
  group: (string | null)[];
  bucket: string | null;
  key: string | number;
  sums: number[];
};

/**
 * Dimensions an imported answer may not have; grouped by one of them, such answers belong to no group. Left out here and
 * not by the statement: "is not null" would lead PostgreSQL to an index that is slower than the one by time.
 */
const MAY_BE_MISSING: readonly Dimension[] = ["location", "employee", "encounterType"];

/**
 * Rollups and what is noted since, of several requests at one moment; from single rows as long as the rollups are not
 * complete or were cut in another time zone than the scope's. Exact either way.
 */
export async function readCounts(
  scope: Scope,
  requests: readonly CountRequest[],
  counted: Counted,
): Promise<CountedRow[][]> {
  const run = async (planned: { request: CountRequest; plan: CountPlan }[]) => {
    const [found] = await withScope(scope, (tx) =>
      tx.$queryRaw<Record<string, string | null>[]>(countsSql(scope, planned, counted)),
    );
    return found ?? {};
  };
  const planned = requests.map((request) => ({ request, plan: planRequest(scope, request) }));
  const isRaw = planned.every(({ plan }) =>
    plan.every(({ pieces }) => pieces.every(({ kind }) => kind === "raw")),
  );
  let found = await run(planned);
  if (found.zone !== scope.timeZone && !isRaw) {
    found = await run(requests.map((request) => ({ request, plan: planRaw(request) })));
  }
  return requests.map(({ dimensions }, index) =>
    parseRows(found[`rows_${index}`] ?? "[]", dimensions.length).filter(({ group }) =>
      dimensions.every((dimension, place) => group[place] !== null || !MAY_BE_MISSING.includes(dimension)),
    ),
  );
}

function parseRows(json: string, dimensions: number): CountedRow[] {
  const rows = JSON.parse(json) as (string | number | null)[][];
  return rows.map((row) => ({
    period: row[0] as number,
    group: row.slice(1, dimensions + 1) as (string | null)[],
    bucket: row[dimensions + 1] as string | null,
    key: row[dimensions + 2] as string | number,
    sums: row.slice(dimensions + 3) as number[],
  }));
}
