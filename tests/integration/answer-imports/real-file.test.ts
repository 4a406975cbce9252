import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { BATCH_ANSWERS } from "@/features/answer-imports/commands/answer-batch";
import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { runAnswerUndo } from "@/features/answer-imports/commands/run-answer-undo";
import { undoAnswerImport } from "@/features/answer-imports/commands/undo-answer-import";
import { type AnswerMappingInput, answerMapping } from "@/features/answer-imports/mapping";
import { previewAnswerImport } from "@/features/answer-imports/queries/preview-answer-import";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import {
  importAnswers,
  mapAndStart,
  outcomeOf,
  readSfoFile,
  storedAnswers,
  undo,
  uploadFile,
  workerScope,
} from "./import-file";

setUpTestDatabase();

/** Ratings of shared/data/README.md: 6 = never used, 0 and "Blank" = no answer. */
const NO_RATING = ["0", "6", "Blank"].map((value) => ({ value, score: null }));
const RATED = {
  Q7ART: "Artwork",
  Q7FOOD: "Restaurants",
  Q7STORE: "Shops",
  Q7WIFI: "Wi-Fi",
  Q9RESTROOM: "Restrooms",
};
const AREAS = ["A", "B", "C", "D", "E", "F", "G"];

const MAPPING: AnswerMappingInput = {
  columns: [
    {
      column: "NETPRO",
      use: "score",
      metric: "nps",
      question: "How likely are you to recommend SFO?",
      touchpoint: { create: "Airport" },
      values: ["11", "Blank"].map((value) => ({ value, score: null })),
    },
    ...Object.entries(RATED).map(([column, name]) => ({
      column,
      use: "score" as const,
      metric: "csat" as const,
      touchpoint: { create: name },
      values: NO_RATING,
    })),
    { column: "INTDATE", use: "day" },
    {
      column: "BAREA",
      use: "location",
      values: AREAS.map((area) => ({ value: area, thing: { create: `Boarding area ${area}` } })),
    },
  ],
  fixed: { year: 2017, month: 5 },
};

type Row = Record<string, string>;
const rows = parse(Buffer.from(readSfoFile()), { columns: true, bom: true }) as Row[];

/** What the file says, counted from it without the product: answers by touchpoint and area on the metric's scale. */
function countFromFile() {
  const counts = new Map<string, number>();
  const add = (touchpoint: string, area: string, score: string, min: number, max: number) => {
    if (!/^\d+$/.test(score) || Number(score) < min || Number(score) > max) return;
    const key = [touchpoint, area, Number(score)].join(" | ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const row of rows) {
    const area = row.BAREA ? `Boarding area ${row.BAREA}` : "none";
    add("Airport", area, row.NETPRO ?? "", 0, 10);
    for (const [column, name] of Object.entries(RATED)) add(name, area, row[column] ?? "", 1, 5);
  }
  return counts;
}

function countStored(answers: Awaited<ReturnType<typeof storedAnswers>>) {
  const counts = new Map<string, number>();
  for (const { touchpoint, location, score } of answers) {
    const key = [touchpoint, location ?? "none", score].join(" | ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const inOrder = (counts: Map<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

function npsGroups(answers: Awaited<ReturnType<typeof storedAnswers>>) {
  const scores = answers.filter(({ metric }) => metric === "nps").map(({ score }) => score);
  return [
    scores.filter((score) => score <= 6).length,
    scores.filter((score) => score === 7 || score === 8).length,
    scores.filter((score) => score >= 9).length,
  ];
}

describe("the survey of San Francisco's airport, 2017", () => {
  let scope: Awaited<ReturnType<typeof createSmallOrganization>>["scope"];
  let before: unknown;
  const everything = () =>
    withScope(
      scope,
      (tx) => tx.$queryRaw`
      select (select count(*)::int from responses) as responses, (select count(*)::int from answers) as answers,
             (select json_agg(name order by name) from touchpoints) as touchpoints,
             (select json_agg(name order by name) from locations) as locations`,
    );

  beforeAll(async () => {
    ({ scope } = await createSmallOrganization());
    before = await everything();
  });

  it("is previewed as it will come out", async () => {
    const id = await uploadFile(scope, readSfoFile());
    await mapAnswerImport(scope, id, answerMapping.parse(MAPPING));
    const preview = await previewAnswerImport(scope, id);
    expect(preview).toMatchObject({ rows: 2831, isWhole: true, rejected: 0, problems: [] });
    expect([preview.firstDay, preview.lastDay]).toEqual(
      ["2017-05-01", "2017-05-31"].map((day) => expect.stringMatching(day.slice(0, 8))),
    );
    const nps = preview.scores.find(({ column }) => column === "NETPRO");
    // 342, 968 and 1,436: shared/data/README.md.
    expect(nps?.distribution?.slice(0, 7).reduce((sum, count) => sum + count, 0)).toBe(342);
    expect((nps?.distribution?.[7] ?? 0) + (nps?.distribution?.[8] ?? 0)).toBe(968);
    expect((nps?.distribution?.[9] ?? 0) + (nps?.distribution?.[10] ?? 0)).toBe(1436);
    expect(nps?.values.find(({ value }) => value === "11")).toMatchObject({ reading: "none" });
    // The second time from what was kept.
    expect(await previewAnswerImport(scope, id)).toEqual(preview);
  });

  it("gives 342 detractors, 968 passives and 1,436 promoters, and every other count as the file has it", async () => {
    const outcome = await importAnswers(scope, readSfoFile(), MAPPING);
    const stored = await storedAnswers(scope);
    expect(npsGroups(stored)).toEqual([342, 968, 1436]);
    expect(inOrder(countStored(stored))).toEqual(inOrder(countFromFile()));
    expect(outcome).toMatchObject({
      status: "finished",
      rowsRead: 2831,
      rowsTotal: 2831,
      answersStored: stored.length,
      answersKnown: 0,
      noAnswers: rows.length * 6 - stored.length,
      rejected: 0,
    });

    const again = await importAnswers(scope, readSfoFile(), MAPPING);
    expect(again).toMatchObject({ answersStored: 0, answersKnown: stored.length });
    expect(await storedAnswers(scope)).toEqual(stored);

    await undo(scope, again.id);
    expect(await storedAnswers(scope)).toEqual(stored);
    await undo(scope, outcome.id);
    expect(await everything()).toEqual(before);

    const once = await importAnswers(scope, readSfoFile(), MAPPING);
    expect(once.answersStored).toBe(stored.length);
    await undo(scope, once.id);
  });

  it("stores a column that is mapped later without doubling the ones before", async () => {
    const [nps, ...others] = MAPPING.columns ?? [];
    const rest = others.filter((column) => column.use !== "score");
    const first = await importAnswers(scope, readSfoFile(), {
      ...MAPPING,
      columns: nps ? [nps, ...rest] : [],
    });
    expect(first.answersStored).toBe(342 + 968 + 1436);
    const second = await importAnswers(scope, readSfoFile(), MAPPING);
    expect(second.answersKnown).toBe(342 + 968 + 1436);
    expect(inOrder(countStored(await storedAnswers(scope)))).toEqual(inOrder(countFromFile()));
    await undo(scope, second.id);
    await undo(scope, first.id);
    expect(await everything()).toEqual(before);
  });

  it("comes to the same when the worker dies again and again, forwards and back", async () => {
    const expected = inOrder(countFromFile());
    const id = await uploadFile(scope, readSfoFile());
    await mapAndStart(scope, id, MAPPING);
    let crashes = 0;
    const dieAfter = (batches: number) => () => {
      batches -= 1;
      if (batches > 0) return;
      crashes += 1;
      throw new Error("the worker died");
    };
    for (let attempt = 0; (await outcomeOf(scope, id)).status === "running"; attempt += 1) {
      const afterBatch = attempt < 2 ? dieAfter(1) : undefined;
      await runAnswerImport(workerScope(scope), id, { afterBatch }).catch(() => {});
    }
    expect(crashes).toBe(2);
    const outcome = await outcomeOf(scope, id);
    expect(outcome.answersStored).toBeGreaterThan(2 * BATCH_ANSWERS);
    expect(outcome).toMatchObject({ status: "finished", rowsRead: 2831, answersKnown: 0 });
    expect(inOrder(countStored(await storedAnswers(scope)))).toEqual(expected);

    await undoAnswerImport(scope, id);
    await expect(runAnswerUndo(workerScope(scope), id, { afterBatch: dieAfter(1) })).rejects.toThrow("died");
    const left = (await storedAnswers(scope)).length;
    expect(left).toBe(outcome.answersStored - BATCH_ANSWERS);
    await runAnswerUndo(workerScope(scope), id);
    expect(await everything()).toEqual(before);
  });
});
