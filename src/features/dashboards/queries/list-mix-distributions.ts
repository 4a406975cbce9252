import "server-only";
import { cache } from "react";
import type { Stratum } from "@/metrics/case-mix";
import type { MetricKey } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { groupRows } from "../group-rows";
import { type AnswerCounts, readCountsOf } from "../rollups/read-answer-counts";
import type { Slice } from "../schema";

/** Answers by kind of encounter (one touchpoint in one channel): each employee's, and everybody's together. */
export type MixDistributions = { byEmployee: Map<string, Stratum[]>; everybody: Stratum[] };

/**
 * The slice's answers to one metric by employee, touchpoint and channel: what standardising for case mix needs.
 * @param employeeIds only these employees' own answers are listed, which is cheap for a page of them; everybody's are
 * always everybody's
 */
export const listMixDistributions = cache(
  async (
    scope: Scope,
    slice: Slice,
    metric: MetricKey,
    employeeIds?: readonly string[],
  ): Promise<MixDistributions> => {
    const request = {
      periods: [{ from: slice.from, to: slice.to }],
      filters: slice.filters,
      interval: null,
    };
    // At one moment: everybody's answers contain each employee's.
    const [everybody = [], own = []] = await readCountsOf(scope, metric, [
      { ...request, dimensions: ["touchpoint", "channel"] },
      {
        ...request,
        dimensions: ["employee", "touchpoint", "channel"],
        ...(employeeIds ? { employeeIds } : {}),
      },
    ]);
    return {
      everybody: everybody.map((row) => toStratum(row, row.group)),
      byEmployee: new Map(
        Array.from(
          groupRows(own, ({ group }) => group[0] ?? ""),
          ([id, rows]) => [id, rows.map((row) => toStratum(row, row.group.slice(1)))],
        ),
      ),
    };
  },
);

function toStratum({ distribution }: AnswerCounts, kind: (string | null)[]): Stratum {
  return { stratum: kind.join(" "), distribution };
}
