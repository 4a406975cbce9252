import "server-only";
import { cache } from "react";
import { emptyDistribution, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import { ForbiddenError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { readCountsOf } from "../rollups/read-answer-counts";
import type { Slice } from "../schema";

/** Everybody's answers together, and how many employees other than oneself they are about. */
export type OrganizationDistribution = { distribution: ScoreDistribution; otherEmployees: number };

/**
 * What an employee may know of the others: the whole organization's answers in the period, in one sum. Filters are left
 * out on purpose: narrowed to where only one colleague works, the organization's mean would be that colleague's.
 */
export const getOrganizationDistribution = cache(
  async (
    scope: Scope,
    { from, to }: Pick<Slice, "from" | "to">,
    metric: MetricKey,
  ): Promise<OrganizationDistribution> => {
    // Managers have listMetricDistributions, which knows their limits; this sum knows none.
    if (scope.role !== "employee") throw new ForbiddenError();
    // The same person, counting past the own answers: only the sum leaves this function.
    const unlimited = makeScope({ ...scope, role: null, employeeId: null });
    const request = { periods: [{ from, to }], filters: {}, interval: null };
    const [all = [], employees = []] = await readCountsOf(unlimited, metric, [
      { ...request, dimensions: [] },
      { ...request, dimensions: ["employee"] },
    ]);
    return {
      distribution: all[0]?.distribution ?? emptyDistribution(metric),
      otherEmployees: employees.filter(({ group }) => group[0] !== scope.employeeId).length,
    };
  },
);
