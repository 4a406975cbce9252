import "server-only";
import { cache } from "react";
import type { Stratum } from "@/metrics/case-mix";
import { distributionFromRows, type MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answersInPeriod } from "../answers-sql";
import { groupRows } from "../group-rows";
import type { Slice } from "../schema";

/** Answers by kind of encounter (one touchpoint in one channel): each employee's, and everybody's together. */
export type MixDistributions = { byEmployee: Map<string, Stratum[]>; everybody: Stratum[] };

type Row = { employeeId: string | null; stratum: string; score: number; count: number };

/** The slice's answers to one metric by employee, touchpoint and channel: what standardising for case mix needs. */
export const listMixDistributions = cache(
  async (scope: Scope, slice: Slice, metric: MetricKey): Promise<MixDistributions> => {
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<Row[]>`
        select answers.employee_id::text as "employeeId",
               answers.touchpoint_id::text || ' ' || answers.channel::text as stratum,
               answers.score::int as score, count(*)::int as count
          from answers
         where ${answersInPeriod(scope, slice)} and answers.metric = ${metric}::"MetricKey"
         group by grouping sets ((1, 2, 3), (2, 3))`,
    );
    const toStrata = (some: Row[]): Stratum[] =>
      Array.from(
        groupRows(some, (row) => row.stratum),
        ([stratum, stratumRows]) => ({ stratum, distribution: distributionFromRows(metric, stratumRows) }),
      );
    const byEmployee = groupRows(rows, (row) => row.employeeId);
    const everybody = toStrata(byEmployee.get(null) ?? []);
    byEmployee.delete(null);
    return {
      byEmployee: new Map(Array.from(byEmployee, ([id, some]) => [id as string, toStrata(some)])),
      everybody,
    };
  },
);
