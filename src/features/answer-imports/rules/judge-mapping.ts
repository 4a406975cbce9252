import { METRIC_SCALES } from "@/metrics/score-distribution";
import { type AnswerMapping, type MappingProblem, SINGLE_USES, type Thing } from "../mapping";
import { mappedColumns } from "./mapped-columns";
import type { KnownThings } from "./things";

type Ids = { [K in "touchpoints" | "employees" | "locations" | "encounterTypes"]: ReadonlySet<string> };

/** The ids of what an organization has, each kind by itself. */
export function idsOf(things: KnownThings): Ids {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    touchpoints: ids(things.touchpoints),
    employees: ids(things.employees),
    locations: ids(things.locations),
    encounterTypes: ids(things.encounterTypes),
  };
}

const PLURAL = {
  touchpoint: "touchpoints",
  employee: "employees",
  location: "locations",
  encounterType: "encounterTypes",
} as const;

/** What keeps a file from being imported with a mapping; nothing for one that can be started. */
export function judgeMapping(mapping: AnswerMapping, header: readonly string[], ids: Ids): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const tell = (problem: MappingProblem["problem"], column: string | null = null) => {
    if (!problems.some((known) => known.problem === problem && known.column === column)) {
      problems.push({ problem, column });
    }
  };
  const used = mapping.columns.filter(({ use }) => use !== "ignore");
  for (const [index, { column, use }] of used.entries()) {
    if (!header.includes(column)) tell("columnMissing", column);
    if (used.findIndex((other) => other.column === column) !== index) tell("columnTwice", column);
    const isSingle = (SINGLE_USES as readonly string[]).includes(use);
    if (isSingle && used.findIndex((other) => other.use === use) !== index) tell("useTwice", column);
  }
  const columns = mappedColumns(mapping, header);
  const { fixed } = mapping;

  if (columns.scores.length === 0) tell("scoreNeeded");
  const date = columns.find("date");
  if (date && date.column.form === null) tell("dateFormNeeded", date.column.column);
  const hasPart = (use: "year" | "month" | "day") => fixed[use] !== null || columns.find(use) !== null;
  if (!date && !(hasPart("year") && hasPart("month") && hasPart("day"))) tell("dateNeeded");

  const rowHasTouchpoint = fixed.touchpoint !== null || columns.find("touchpoint") !== null;
  for (const { column } of columns.scores) {
    if (!column.touchpoint && !rowHasTouchpoint) tell("touchpointNeeded", column.column);
    if (!column.metric && !columns.find("metric")) tell("metricNeeded", column.column);
    if (column.metric) {
      const { min, max } = METRIC_SCALES[column.metric];
      const isOff = column.values.some(({ score }) => score !== null && (score < min || score > max));
      if (isOff) tell("scoreOffScale", column.column);
    }
  }

  const check = (kind: keyof typeof PLURAL, thing: Thing | null, column: string | null) => {
    if (thing && "id" in thing && !ids[PLURAL[kind]].has(thing.id)) tell("thingMissing", column);
  };
  let createsEmployees = Boolean(fixed.employee && "create" in fixed.employee);
  for (const use of ["touchpoint", "employee", "location", "encounterType"] as const) {
    check(use, fixed[use], null);
    const found = columns.find(use)?.column;
    for (const { thing } of found?.values ?? []) {
      check(use, thing, found?.column ?? null);
      if (use === "employee" && thing && "create" in thing) createsEmployees = true;
    }
    if (use === "employee" && found?.unknown === "create") createsEmployees = true;
  }
  for (const { column } of columns.scores) check("touchpoint", column.touchpoint, column.column);
  const { locationId } = mapping.newEmployees;
  if (locationId) check("location", { id: locationId }, null);
  const isOneForAll = Boolean(fixed.employee && "create" in fixed.employee);
  const rowHasLocation = columns.find("location") !== null && !isOneForAll;
  if (createsEmployees && !locationId && !fixed.location && !rowHasLocation) {
    tell("newEmployeesNeedLocation", columns.find("employee")?.column.column ?? null);
  }
  return problems;
}
