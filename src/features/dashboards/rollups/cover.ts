import { Temporal } from "temporal-polyfill";
import { type Grain, RAW_ROWS_OF_A_DAY, SPANS, type Span } from "./grains";

/** How time is cut: calendar days, ISO weeks (Monday first) or calendar months of the organization's time zone. */
export type CountInterval = "day" | "week" | "month";

/**
 * A part of the way from the beginning of a period to its end: counts of one span whose first days lie in
 * [firstDay, dayAfter), or the answers themselves from instant to instant. Its answers are added (sign 1) or, where the way
 * goes back, subtracted (−1).
 */
export type CoverPiece =
  | {
      readonly kind: "counts";
      readonly code: number;
      readonly sign: 1 | -1;
      firstDay: string;
      dayAfter: string;
    }
  | { readonly kind: "raw"; readonly sign: 1 | -1; from: Date; to: Date };

/** A stretch of time in which changes not yet folded count `weight` times. */
export type JournalStretch = { from: Date; to: Date; weight: number };

export type Cover = { pieces: CoverPiece[]; journal: JournalStretch[] };

type Edge = { span: Span | "raw"; sign: 1 | -1; from: string; to: string; cost: number };

/** Every piece is a part of the statement that is planned and looked up by itself: as dear as reading some hundred rows. */
const PIECE = 300;

/**
 * The cheapest way to count [from, to) by a grain: whole years, months, weeks and days, forwards or back (a month minus its
 * last days), and single answers for the rest. With an interval only pieces that lie within one bucket are used. Days
 * after `today` are taken to be empty when costs are compared; what they hold is counted all the same.
 *
 * `journal` says how changes that are not folded yet count so that pieces and journal together give each answer of
 * [from, to) once and others not at all: counts lack the changes of their days, single answers do not.
 */
export function coverPeriod(
  grain: Grain,
  { from, to }: { from: Date; to: Date },
  interval: CountInterval | null,
  timeZone: string,
  today: string,
): Cover {
  if (from >= to) return { pieces: [], journal: [] };
  const start = dayAt(from, timeZone);
  const first = +startOf(start, timeZone) === +from ? start : start.add({ days: 1 });
  const last = dayAt(to, timeZone);
  if (Temporal.PlainDate.compare(first, last) > 0)
    return { pieces: [{ kind: "raw", sign: 1, from, to }], journal: [] };

  const spans = SPANS.filter(
    (span) => grain.spans[span] && (interval === null || span === "day" || span === interval),
  );
  if (spans.length === 0) return { pieces: [{ kind: "raw", sign: 1, from, to }], journal: [] };

  const pieces: CoverPiece[] = [];
  const raw = (sign: 1 | -1, rawFrom: Date, rawTo: Date) => {
    if (rawFrom < rawTo) pieces.push({ kind: "raw", sign, from: rawFrom, to: rawTo });
  };
  raw(1, from, startOf(first, timeZone));
  for (const edge of rememberWay(grain, spans, first, last, today)) {
    if (edge.span === "raw") {
      raw(edge.sign, startOf(plain(edge.from), timeZone), startOf(plain(edge.to), timeZone));
    } else {
      const code = grain.spans[edge.span]?.code ?? 0;
      pieces.push({ kind: "counts", code, sign: edge.sign, firstDay: edge.from, dayAfter: edge.to });
    }
  }
  raw(1, startOf(last, timeZone), to);
  const joined = joinNeighbours(pieces);
  return { pieces: joined, journal: weighJournal(joined, { from, to }) };
}

const LIMIT = 1000;
const knownWays = new Map<string, readonly Edge[]>();

/** As `findWay`, remembering the ways found last: many readers ask for the same few periods, and several times a page. */
function rememberWay(
  grain: Grain,
  spans: Span[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  today: string,
): readonly Edge[] {
  const name = [
    ...spans.map((span) => `${span}:${grain.spans[span]?.code}:${grain.spans[span]?.rows}`),
    first,
    last,
    today,
  ].join(" ");
  const known = knownWays.get(name);
  if (known) return known;
  const found = findWay(grain, spans, first, last, today);
  const oldest = knownWays.keys().next().value;
  if (knownWays.size >= LIMIT && oldest !== undefined) knownWays.delete(oldest);
  knownWays.set(name, found);
  return found;
}

/** Shortest way over calendar days from `first` to `last` (Dijkstra), as edges that always point forwards in time. */
function findWay(
  grain: Grain,
  spans: Span[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  today: string,
): Edge[] {
  if (spans.length === 1 && spans[0] === "day") {
    return [{ span: "day", sign: 1, from: first.toString(), to: last.toString(), cost: 0 }];
  }
  // Small steps are of use only until the next big one.
  const coarsest = SPANS.filter((span) => span !== "year" && spans.includes(span)).at(-1);
  const reach = coarsest === "week" ? 7 : 31;
  const isNearEnd = (day: Temporal.PlainDate, days: number) =>
    Math.abs(first.until(day).days) <= days || Math.abs(last.until(day).days) <= days;
  const best = new Map<string, { cost: number; edge: Edge | null; before: string | null; isDone: boolean }>();
  const [begin, end] = [first.toString(), last.toString()];
  best.set(begin, { cost: 0, edge: null, before: null, isDone: false });
  const earliest = first.subtract({ years: 1 });
  const latest = last.add({ years: 1 });
  for (;;) {
    let here: string | null = null;
    for (const [day, { cost, isDone }] of best) {
      if (!isDone && (here === null || cost < (best.get(here)?.cost ?? 0))) here = day;
    }
    const state = here === null ? undefined : best.get(here);
    if (here === null || !state) break;
    state.isDone = true;
    if (here === end) break;
    const day = plain(here);
    const allowed = spans.filter(
      (span) => span === "year" || span === coarsest || isNearEnd(day, span === "week" ? 2 * reach : reach),
    );
    const raw = !spans.includes("day") && isNearEnd(day, reach);
    for (const [next, edge] of listEdges(grain, allowed, raw, day, today)) {
      const target = plain(next);
      if (Temporal.PlainDate.compare(target, earliest) < 0 || Temporal.PlainDate.compare(target, latest) > 0)
        continue;
      // One more statement unless the step before was of the same kind.
      const continues = state.edge?.span === edge.span && state.edge.sign === edge.sign;
      const cost = state.cost + edge.cost + (continues ? 0 : PIECE);
      const known = best.get(next);
      if (!known || (!known.isDone && cost < known.cost)) {
        best.set(next, { cost, edge, before: here, isDone: false });
      }
    }
  }
  const way: Edge[] = [];
  for (let at: string | null = end; at !== null && at !== begin; at = best.get(at)?.before ?? null) {
    const edge = best.get(at)?.edge;
    if (edge) way.push(edge);
  }
  return way.reverse();
}

/** Every step from a day: a span that begins or (backwards) ends there, or a day counted from the answers. */
function listEdges(
  grain: Grain,
  spans: Span[],
  raw: boolean,
  day: Temporal.PlainDate,
  today: string,
): [string, Edge][] {
  const edges: [string, Edge][] = [];
  const add = (span: Span | "raw", sign: 1 | -1, other: Temporal.PlainDate, cost: number) => {
    const [here, there] = [day.toString(), other.toString()];
    const [from, to] = sign === 1 ? [here, there] : [there, here];
    edges.push([there, { span, sign, from, to, cost: from > today ? 0.01 : cost }]);
  };
  if (raw) {
    add("raw", 1, day.add({ days: 1 }), RAW_ROWS_OF_A_DAY);
    add("raw", -1, day.subtract({ days: 1 }), RAW_ROWS_OF_A_DAY);
  }
  for (const span of spans) {
    if (!isStart(span, day)) continue;
    const rows = grain.spans[span]?.rows ?? 0;
    add(span, 1, day.add({ [`${span}s`]: 1 }), rows);
    add(span, -1, day.subtract({ [`${span}s`]: 1 }), rows);
  }
  return edges;
}

function isStart(span: Span, day: Temporal.PlainDate): boolean {
  switch (span) {
    case "day":
      return true;
    case "week":
      return day.dayOfWeek === 1;
    case "month":
      return day.day === 1;
    case "year":
      return day.day === 1 && day.month === 1;
  }
}

/** Pieces of one kind, one after the other in time, as one. */
function joinNeighbours(pieces: CoverPiece[]): CoverPiece[] {
  const joined: CoverPiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before?.kind === "raw" && piece.kind === "raw" && before.sign === piece.sign) {
      if (+before.to === +piece.from) before.to = piece.to;
      else if (+piece.to === +before.from) before.from = piece.from;
      else joined.push({ ...piece });
    } else if (
      before?.kind === "counts" &&
      piece.kind === "counts" &&
      before.code === piece.code &&
      before.sign === piece.sign
    ) {
      if (before.dayAfter === piece.firstDay) before.dayAfter = piece.dayAfter;
      else if (piece.dayAfter === before.firstDay) before.firstDay = piece.firstDay;
      else joined.push({ ...piece });
    } else joined.push({ ...piece });
  }
  return joined;
}

/** A change at t counts (t in the period) − (how often single answers at t are counted). */
function weighJournal(pieces: CoverPiece[], period: { from: Date; to: Date }): JournalStretch[] {
  const weighted = [
    { ...period, weight: 1 },
    ...pieces.flatMap((piece) =>
      piece.kind === "raw" ? [{ from: piece.from, to: piece.to, weight: -piece.sign }] : [],
    ),
  ];
  const bounds = [...new Set(weighted.flatMap(({ from, to }) => [+from, +to]))].sort((a, b) => a - b);
  const stretches: JournalStretch[] = [];
  bounds.slice(0, -1).forEach((bound, index) => {
    const weight = weighted.reduce(
      (sum, one) => sum + (+one.from <= bound && bound < +one.to ? one.weight : 0),
      0,
    );
    const to = new Date(bounds[index + 1] ?? bound);
    const before = stretches.at(-1);
    if (before && before.weight === weight && +before.to === bound) before.to = to;
    else if (weight !== 0) stretches.push({ from: new Date(bound), to, weight });
  });
  return stretches;
}

function plain(day: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}

function dayAt(instant: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(+instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
