import "server-only";
import { findDimensionNames, NAMED_DIMENSIONS } from "@/features/dashboards/queries/find-dimension-names";
import { DIMENSIONS, type DimensionFilters } from "@/features/dashboards/schema";
import { Problem } from "@/server/api/problem";
import type { Scope } from "@/server/scope";

/** The filters of an address. Throws Problem (422) naming those that are of nothing this key can see. */
export async function readFilters(scope: Scope, query: DimensionFilters): Promise<DimensionFilters> {
  const filters: DimensionFilters = {};
  for (const dimension of DIMENSIONS) {
    const value = query[dimension];
    if (value === undefined) continue;
    const isId = (NAMED_DIMENSIONS as readonly string[]).includes(dimension);
    filters[dimension] = isId ? value.toLowerCase() : value;
  }
  const names = await findDimensionNames(
    scope,
    Object.fromEntries(Object.entries(filters).map(([dimension, value]) => [dimension, [value]])),
  );
  const unknown = NAMED_DIMENSIONS.filter((dimension) => {
    const value = filters[dimension];
    return value !== undefined && !names.has(value);
  });
  if (unknown.length === 0) return filters;
  throw new Problem("invalid-content", "A filter is of nothing that exists.", {
    errors: unknown.map((parameter) => ({ parameter, detail: "There is no such thing." })),
  });
}

const LONGEST_DAYS = 3660;

/** Throws Problem (400) unless `from` is a day before `to`, and they are at most ten years apart. */
export function requirePeriod(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days > 0 && days <= LONGEST_DAYS) return;
  const detail =
    days > 0 ? "At most ten years after from." : "Must be after from: it is the first day left out.";
  throw new Problem("invalid-request", "There is no such period.", { errors: [{ parameter: "to", detail }] });
}
