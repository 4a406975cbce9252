import "server-only";
import type { Scope } from "@/server/scope";
import { todayIn } from "../periods";
import { DIMENSIONS, type Dimension, type DimensionFilters } from "../schema";
import { type CountInterval, type Cover, coverPeriod } from "./cover";
import { chooseGrain, GRAINS, type Grain } from "./grains";

/** What is counted: rows of these periods, narrowed by the filters, by every combination of dimensions and by interval. */
export type CountRequest = {
  readonly periods: readonly { readonly from: Date; readonly to: Date }[];
  readonly filters: DimensionFilters;
  readonly dimensions: readonly Dimension[];
  readonly interval: CountInterval | null;
  /** Only these employees' rows. */
  readonly employeeIds?: readonly string[];
};

/** One cover per period. */
export type CountPlan = readonly Cover[];

/** How the request is counted from the rollups; from single rows where no grain keeps all that it needs. */
export function planRequest(scope: Scope, request: CountRequest): CountPlan {
  const grain = chooseGrain(listNeededDimensions(scope, request));
  if (!grain) return planRaw(request);
  const today = todayIn(scope.now, scope.timeZone);
  return request.periods.map((period) =>
    rememberCover(grain, period, request.interval, scope.timeZone, today),
  );
}

/** Everything from single rows: no rollup, no journal. */
export function planRaw({ periods }: CountRequest): CountPlan {
  return periods.map(({ from, to }) => ({ pieces: [{ kind: "raw", sign: 1, from, to }], journal: [] }));
}

function listNeededDimensions(scope: Scope, { filters, dimensions, employeeIds }: CountRequest): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) =>
      dimensions.includes(dimension) ||
      Boolean(filters[dimension]) ||
      (dimension === "location" && scope.locationIds !== null) ||
      (dimension === "employee" && (employeeIds !== undefined || scope.role === "employee")),
  );
}

const MOST_REMEMBERED = 500;
const covers = new Map<string, Cover>();

/** Everybody's page of today asks for the same few periods. */
function rememberCover(
  grain: Grain,
  { from, to }: { from: Date; to: Date },
  interval: CountInterval | null,
  timeZone: string,
  today: string,
): Cover {
  const name = [GRAINS.indexOf(grain), +from, +to, interval, timeZone, today].join(" ");
  let cover = covers.get(name);
  if (!cover) {
    cover = coverPeriod(grain, { from, to }, interval, timeZone, today);
    if (covers.size >= MOST_REMEMBERED) covers.clear();
    covers.set(name, cover);
  }
  return cover;
}
