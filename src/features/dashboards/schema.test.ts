import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DashboardParameters,
  parseDashboardParameters,
  TABLE_SORTS,
  toSearchParameters,
} from "./schema";

const today = "2026-11-21";
const id = "01a1ffc4-12b6-768f-9e05-225038b7b3f9";
const parse = (raw: Record<string, string | string[] | undefined>) => parseDashboardParameters(raw, today);

describe("parseDashboardParameters", () => {
  it("reads an empty address as the defaults", () => {
    expect(parse({})).toEqual({
      parameters: {
        period: "90d",
        isCompared: true,
        filters: {},
        metric: null,
        interval: "auto",
        query: "",
        band: null,
        score: null,
        page: 1,
        sort: "default",
      },
      ignored: [],
    });
  });

  it.each<[string, Record<string, string>, unknown]>([
    [
      "both days",
      { period: "custom", from: "2026-01-01", to: "2026-01-31" },
      { firstDay: "2026-01-01", lastDay: "2026-01-31" },
    ],
    [
      "days without the word custom",
      { from: "2026-01-01", to: "2026-01-31" },
      { firstDay: "2026-01-01", lastDay: "2026-01-31" },
    ],
    [
      "no end: until today",
      { period: "custom", from: "2026-01-01" },
      { firstDay: "2026-01-01", lastDay: today },
    ],
    [
      "an end in the future is cut",
      { from: "2026-11-01", to: "2030-01-01" },
      { firstDay: "2026-11-01", lastDay: today },
    ],
    ["just chosen: the 90 days on screen", { period: "custom" }, { firstDay: "2026-08-24", lastDay: today }],
    ["a name wins over days", { period: "30d", from: "2026-01-01", to: "2026-01-31" }, "30d"],
  ])("understands a period: %s", (_name, raw, period) => {
    expect(parse(raw)).toMatchObject({ parameters: { period }, ignored: [] });
  });

  it.each<[string, Record<string, string>]>([
    ["an unknown name", { period: "fortnight" }],
    ["a day that does not exist", { from: "2026-02-30", to: "2026-03-01" }],
    ["an end before the beginning", { from: "2026-03-01", to: "2026-02-01" }],
    ["a beginning in the future", { from: "2026-11-22", to: "2026-11-23" }],
    ["longer than ten years", { from: "2010-01-01", to: "2026-01-01" }],
    ["an end alone", { to: "2026-01-01" }],
  ])("falls back from %s, and says so", (_name, raw) => {
    expect(parse(raw)).toMatchObject({ parameters: { period: "90d" }, ignored: ["period"] });
  });

  it("names everything it ignored, once", () => {
    const raw = {
      location: "Helsinki",
      touchpoint: id,
      channel: "pigeon",
      metric: "happiness",
      score: "11",
      page: "-1",
      sort: "random",
      compare: "last-year",
      unknown: "whatever",
    };
    const { parameters, ignored } = parse(raw);
    expect(ignored.toSorted()).toEqual(["channel", "compare", "location", "metric", "page", "score", "sort"]);
    expect(parameters.filters).toEqual({ touchpoint: id });
  });

  it("takes the first of several values", () => {
    expect(parse({ metric: ["csat", "nps"] }).parameters.metric).toBe("csat");
  });

  it("never fails and always says what it ignored, whatever the address holds", () => {
    const names = [
      "period",
      "from",
      "to",
      "compare",
      "location",
      "channel",
      "segment",
      "metric",
      "score",
      "page",
      "sort",
      "q",
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.array(fc.string()))),
        (raw) => {
          const { parameters, ignored } = parse(raw);
          expect(new Set(ignored).size).toBe(ignored.length);
          expect(parse(toSearchParameters(parameters)).parameters).toEqual(parameters);
        },
      ),
    );
  });
});

it("words to search for lose the one character that PostgreSQL refuses", () => {
  expect(parse({ q: " jono\0 " }).parameters.query).toBe("jono");
});

describe("toSearchParameters", () => {
  it("leaves defaults out", () => {
    expect(toSearchParameters(parse({}).parameters)).toEqual({});
  });

  it("is restored on reload", () => {
    const parameters = fc.record<DashboardParameters>({
      period: fc.constantFrom<DashboardParameters["period"]>("7d", "90d", "12m", "last-month", {
        firstDay: "2026-01-01",
        lastDay: "2026-02-28",
      }),
      isCompared: fc.boolean(),
      filters: fc.record(
        {
          location: fc.constant(id),
          channel: fc.constantFrom("phone", "web"),
          segment: fc.constantFrom("A & B", "ä=ö"),
        },
        { requiredKeys: [] },
      ),
      metric: fc.constantFrom("nps", "csat", "ces", null),
      interval: fc.constantFrom("auto", "week", "month"),
      query: fc.constantFrom("", "hidas palvelu", '"kaksi sanaa" -jono'),
      band: fc.constantFrom("high", "middle", "low", null),
      score: fc.constantFrom(null, 0, 10),
      page: fc.integer({ min: 1, max: 100 }),
      sort: fc.constantFrom(...TABLE_SORTS),
    });
    fc.assert(
      fc.property(parameters, (some) => {
        const address = new URLSearchParams(toSearchParameters(some));
        expect(parse(Object.fromEntries(address))).toEqual({ parameters: some, ignored: [] });
      }),
    );
  });
});
