import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { attributionConditions, type CountedAlias, dimensionColumn } from "../attribution-sql";
import type { CountInterval, CoverPiece, JournalStretch } from "./cover";
import type { CountPlan, CountRequest } from "./request";

/** Where rows of one kind (answers, or encounters by outcome) are counted, and what of them. */
export type Counted = {
  readonly counts: CountedTable;
  readonly changes: CountedTable;
  /** Single rows between two instants. */
  readonly raw: Omit<CountedTable, "table"> & {
    source(scope: Scope, from: Date, to: Date): { from: Prisma.Sql; where: Prisma.Sql };
    readonly alias: CountedAlias;
  };
};

type CountedTable = {
  readonly table: CountedAlias;
  /** Beside period, group and bucket rows are told apart by this: the metric's code, or the outcome. */
  readonly key: Prisma.Sql;
  readonly where: Prisma.Sql;
  /** What is added up. A change counts as often as its column `count` says. */
  readonly sums: readonly Prisma.Sql[];
  readonly moment: Prisma.Sql;
};

/**
 * SQL query: requests counted by their plans, all in one statement and so at one moment. The first column of its one row
 * is `zone`, the time zone of the complete rollups; null if there are none, and then the rest means nothing unless the
 * plans took single rows alone. The others, `rows_0` …, are JSON texts, one per request: rows of
 * [period, …groups, bucket, key, …sums].
 */
export function countsSql(
  scope: Scope,
  planned: readonly { request: CountRequest; plan: CountPlan }[],
  counted: Counted,
): Prisma.Sql {
  const columns = planned.map(
    ({ request, plan }, index) =>
      Prisma.sql`${rowsSql(scope, request, plan, counted)} as ${Prisma.raw(`rows_${index}`)}`,
  );
  return Prisma.sql`
    select (select case when built_until is null then time_zone end from rollup_states
             where organization_id = ${scope.organizationId}::uuid) as zone, ${Prisma.join(columns)}`;
}

function rowsSql(scope: Scope, request: CountRequest, plan: CountPlan, counted: Counted): Prisma.Sql {
  const parts = plan.flatMap(({ pieces, journal }, period) => [
    ...pieces.map((piece) =>
      piece.kind === "raw"
        ? rawPart(scope, request, period, piece, counted)
        : countsPart(scope, request, period, piece, counted),
    ),
    ...journal.map((stretch) => journalPart(scope, request, period, stretch, counted)),
  ]);
  if (parts.length === 0) return Prisma.sql`'[]'`;
  const groups = request.dimensions.map((_, index) => `group_${index}`);
  const keys = ["period", ...groups, "bucket", "key_of_row"].join(", ");
  const names = counted.counts.sums.map((_, index) => `sum_${index}`);
  return Prisma.sql`coalesce((
    select json_agg(json_build_array(${Prisma.raw(`${keys}, ${names.join(", ")}`)}))
      from (select ${Prisma.raw(`${keys}, ${names.map((name) => `sum(${name})::int as ${name}`).join(", ")}`)}
              from (${Prisma.join(parts, " union all ")}) as parts
             group by ${Prisma.raw(keys)}) as counted), '[]')::text`;
}

function countsPart(
  scope: Scope,
  request: CountRequest,
  period: number,
  piece: Extract<CoverPiece, { kind: "counts" }>,
  { counts }: Counted,
): Prisma.Sql {
  const { table } = counts;
  const day = Prisma.raw(`${table}.day`);
  const bucket =
    request.interval === null
      ? Prisma.sql`null::date`
      : Prisma.sql`date_trunc(${request.interval}, ${day}::timestamp)::date`;
  const sums = counts.sums.map((column) => Prisma.sql`sum(${column}) * ${Prisma.raw(String(piece.sign))}`);
  return part(scope, request, period, table, counts, bucket, sums, Prisma.raw(table), [
    Prisma.sql`${Prisma.raw(`${table}.grain = ${piece.code}::smallint`)}`,
    Prisma.sql`${day} >= ${piece.firstDay}::date and ${day} < ${piece.dayAfter}::date`,
  ]);
}

function journalPart(
  scope: Scope,
  request: CountRequest,
  period: number,
  { from, to, weight }: JournalStretch,
  { changes }: Counted,
): Prisma.Sql {
  const { table, moment } = changes;
  const bucket = bucketOf(scope, request.interval, moment);
  const sums = changes.sums.map((column) => Prisma.sql`${column} * ${Prisma.raw(String(weight))}`);
  return part(scope, request, period, table, changes, bucket, sums, Prisma.raw(table), [
    Prisma.sql`${moment} >= ${from}::timestamptz and ${moment} < ${to}::timestamptz`,
  ]);
}

function rawPart(
  scope: Scope,
  request: CountRequest,
  period: number,
  piece: Extract<CoverPiece, { kind: "raw" }>,
  { raw }: Counted,
): Prisma.Sql {
  const source = raw.source(scope, piece.from, piece.to);
  const bucket = bucketOf(scope, request.interval, raw.moment);
  const sums = raw.sums.map((column) => Prisma.sql`${column} * ${Prisma.raw(String(piece.sign))}`);
  return part(scope, request, period, raw.alias, raw, bucket, sums, source.from, [source.where]);
}

function part(
  scope: Scope,
  { dimensions, filters, employeeIds }: CountRequest,
  period: number,
  alias: CountedAlias,
  { key, where }: Pick<CountedTable, "key" | "where">,
  bucket: Prisma.Sql,
  sums: readonly Prisma.Sql[],
  from: Prisma.Sql,
  conditions: readonly Prisma.Sql[],
): Prisma.Sql {
  const columns = dimensions.map((dimension) => dimensionColumn(dimension, alias));
  const keys = [Prisma.raw(String(period)), ...columns, bucket, key];
  const named = [
    ...keys.map((one, index) => Prisma.sql`${one} as ${nameOfKey(index, dimensions.length)}`),
    ...sums.map((one, index) => Prisma.sql`${one} as ${Prisma.raw(`sum_${index}`)}`),
  ];
  const all = [
    Prisma.sql`${Prisma.raw(alias)}.organization_id = ${scope.organizationId}::uuid`,
    ...conditions,
    where,
    attributionConditions(scope, filters, alias),
    ...(employeeIds
      ? [Prisma.sql`${dimensionColumn("employee", alias)} = any (${[...employeeIds]}::uuid[])`]
      : []),
  ];
  return Prisma.sql`
    select ${Prisma.join(named)} from ${from} where ${Prisma.join(all, " and ")}
     group by ${Prisma.raw(keys.map((_, index) => index + 1).join(", "))}`;
}

function nameOfKey(index: number, dimensions: number): Prisma.Sql {
  if (index === 0) return Prisma.raw("period");
  if (index <= dimensions) return Prisma.raw(`group_${index - 1}`);
  return Prisma.raw(index === dimensions + 1 ? "bucket" : "key_of_row");
}

function bucketOf(scope: Scope, interval: CountInterval | null, moment: Prisma.Sql): Prisma.Sql {
  if (interval === null) return Prisma.sql`null::date`;
  return Prisma.sql`date_trunc(${interval}, ${moment} at time zone ${scope.timeZone})::date`;
}
