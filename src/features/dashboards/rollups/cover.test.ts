import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type CountInterval, type Cover, coverPeriod } from "./cover";
import { chooseGrain, GRAINS, type Grain, type Span } from "./grains";

const timeZone = "Europe/Helsinki";
const startOf = (day: string) =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
const dayOf = (days: number) => Temporal.PlainDate.from("2023-01-01").add({ days }).toString();
const spanOf = (grain: Grain, code: number) =>
  (Object.entries(grain.spans) as [Span, { code: number }][]).find(([, span]) => span.code === code)?.[0];
const startOfSpan = (day: Temporal.PlainDate, span: Span) =>
  span === "day"
    ? day
    : span === "week"
      ? day.subtract({ days: day.dayOfWeek - 1 })
      : span === "month"
        ? day.with({ day: 1 })
        : day.with({ day: 1, month: 1 });

/** How often an answer given at this instant is counted: by the pieces once it is folded, before that by raw pieces and journal. */
function timesCounted(grain: Grain, cover: Cover, instant: Date): { folded: number; noted: number } {
  const day = Temporal.Instant.fromEpochMilliseconds(+instant).toZonedDateTimeISO(timeZone).toPlainDate();
  let [raw, counts] = [0, 0];
  for (const piece of cover.pieces) {
    if (piece.kind === "raw") raw += instant >= piece.from && instant < piece.to ? piece.sign : 0;
    else {
      const first = startOfSpan(day, spanOf(grain, piece.code) as Span).toString();
      counts += first >= piece.firstDay && first < piece.dayAfter ? piece.sign : 0;
    }
  }
  const journal = cover.journal.reduce(
    (sum, { from, to, weight }) => sum + (instant >= from && instant < to ? weight : 0),
    0,
  );
  return { folded: raw + counts, noted: raw + journal };
}

describe("coverPeriod", () => {
  it("counts every answer of the period once and no other, folded or not", () => {
    const hour = fc.constantFrom(0, 0, 0, 3_600_000, 5_400_001);
    fc.assert(
      fc.property(
        fc.constantFrom(...GRAINS),
        fc.constantFrom<CountInterval | null>(null, "day", "week", "month"),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 0, max: 900 }),
        hour,
        hour,
        fc.integer({ min: 0, max: 1500 }),
        (grain, interval, first, days, early, late, today) => {
          const from = new Date(+startOf(dayOf(first)) + early);
          const to = new Date(+startOf(dayOf(first + days)) + late);
          const cover = coverPeriod(grain, { from, to }, interval, timeZone, dayOf(today));
          const instants = [from, to, ...cover.journal.flatMap((one) => [one.from, one.to])];
          for (const offset of [-400, -40, -8, 1, 5, 29, 90, days - 3, days + 3, days + 40, days + 400])
            instants.push(new Date(+startOf(dayOf(first + offset)) + 7_200_000));
          for (const instant of instants.flatMap((one) => [new Date(+one - 1), one])) {
            const expected = instant >= from && instant < to ? 1 : 0;
            expect(timesCounted(grain, cover, instant), instant.toISOString()).toEqual({
              folded: expected,
              noted: expected,
            });
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("takes whole months in the middle and subtracts what is missing at their ends", () => {
    const employees = chooseGrain(["employee"]) as Grain;
    const { pieces } = coverPeriod(
      employees,
      { from: startOf("2026-01-03"), to: startOf("2026-06-30") },
      null,
      timeZone,
      "2027-01-01",
    );
    const counts = pieces.filter((piece) => piece.kind === "counts" && piece.sign === 1);
    expect(counts).toContainEqual(expect.objectContaining({ code: 72 }));
    const rawDays = pieces.reduce(
      (sum, piece) => sum + (piece.kind === "raw" ? (+piece.to - +piece.from) / 86_400_000 : 0),
      0,
    );
    expect(rawDays).toBeLessThanOrEqual(3);
    expect(pieces.some(({ sign }) => sign === -1)).toBe(true);
  });

  it("takes the month that is going on as a whole: its days to come are empty", () => {
    const { pieces } = coverPeriod(
      chooseGrain(["employee"]) as Grain,
      { from: startOf("2026-11-01"), to: startOf("2026-11-22") },
      null,
      timeZone,
      "2026-11-21",
    );
    expect(pieces.filter((piece) => piece.kind === "raw" && piece.from < startOf("2026-11-22"))).toEqual([]);
  });

  it("takes years where they fit", () => {
    const { pieces } = coverPeriod(
      chooseGrain(["employee"]) as Grain,
      { from: startOf("2022-01-01"), to: startOf("2026-01-01") },
      null,
      timeZone,
      "2026-11-21",
    );
    expect(pieces).toEqual([
      { kind: "counts", code: 73, sign: 1, firstDay: "2022-01-01", dayAfter: "2026-01-01" },
    ]);
  });

  it("counts nothing in no time", () => {
    const at = startOf("2026-01-01");
    for (const grain of GRAINS)
      expect(coverPeriod(grain, { from: at, to: at }, null, timeZone, "2026-01-01")).toEqual({
        pieces: [],
        journal: [],
      });
  });
});

describe("chooseGrain", () => {
  it("finds one that keeps everything asked for, and none for employees by touchpoint", () => {
    expect(chooseGrain([])?.dimensions).toEqual([]);
    expect(chooseGrain(["touchpoint", "location"])?.dimensions).toEqual([
      "location",
      "touchpoint",
      "channel",
    ]);
    expect(chooseGrain(["employee", "touchpoint"])).toBeUndefined();
  });
});
