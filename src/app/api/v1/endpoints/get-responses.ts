import "server-only";
import { z } from "zod";
import { startOfDay } from "@/features/dashboards/figures/metric-points";
import { listResponses, type ResponseRow } from "@/features/dashboards/queries/list-responses";
import { readCursor, writeCursor } from "@/server/api/cursor";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { readFilters } from "../filters";
import { channel, day, dimensionFilters, id, metric, page, paging } from "../schemas";

const response = z
  .object({
    id,
    answeredAt: z.iso.datetime().describe("Of an anonymous response the first moment of its day."),
    isAnonymous: z.boolean(),
    source: z.enum(["survey", "import"]),
    metric: metric.nullable().describe("The main question's."),
    score: z.number().int().nullable().describe("The main question's."),
    followUp: z.string().nullable().describe("Why the customer gave that score."),
    comment: z.string().nullable(),
    language: z.string(),
    touchpointId: id,
    employeeId: id.nullable(),
    locationId: id.nullable(),
    encounterTypeId: id.nullable(),
    channel,
    segment: z.string().nullable(),
    encounterId: id.nullable(),
    surveyId: id.nullable(),
    scores: z
      .array(z.object({ question: z.string(), isMain: z.boolean(), metric, score: z.number().int() }))
      .describe("All scored questions, the main one first."),
    choices: z.array(z.object({ question: z.string(), option: z.string() })),
  })
  .meta({ id: "Response" });

const EVER = { from: new Date("1990-01-01T00:00:00Z"), to: new Date("2200-01-01T00:00:00Z") };

export const getResponses = defineEndpoint({
  method: "GET",
  path: "/responses",
  name: "listResponses",
  tag: "Responses",
  access: "read",
  summary: "What customers answered",
  description:
    "Oldest first. Following `nextCursor` reads every response that was there at the beginning exactly once, whatever comes meanwhile. What comes later belongs at its place in time, and imported and anonymous answers may lie in the past: to keep a copy up to date, read the last days again.",
  query: z.object({
    from: day.optional().describe("First day."),
    to: day.optional().describe("The first day that no longer counts."),
    ...dimensionFilters,
    ...paging,
  }),
  problems: ["invalid-content"],
  responses: { 200: { description: "A page of responses.", schema: page(response) } },
  async run({ scope, query }) {
    const filters = await readFilters(scope, query);
    const period = {
      from: query.from ? startOfDay(query.from, scope.timeZone) : EVER.from,
      to: query.to ? startOfDay(query.to, scope.timeZone) : EVER.to,
    };
    const rows = await listResponses(
      scope,
      { ...period, filters },
      { after: readPlace(query.cursor), limit: query.limit + 1 },
    );
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const nextCursor =
      rows.length > query.limit && last ? writeCursor([last.answeredAt.toISOString(), last.id]) : null;
    return { status: 200, body: { data: shown.map(write), nextCursor } };
  },
});

/** As `toISOString` writes it: no month, day or hour that does not exist anywhere. */
const MOMENT = /^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readPlace(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [moment, responseId] = readCursor(cursor, [MOMENT, UUID]);
  return { answeredAt: new Date(moment as string), id: responseId as string };
}

function write({ isImported, scores, answeredAt, ...row }: ResponseRow) {
  const main = scores.find(({ isMain }) => isMain);
  return {
    ...row,
    answeredAt: answeredAt.toISOString(),
    source: isImported ? "import" : "survey",
    metric: main?.metric ?? null,
    score: main?.score ?? null,
    scores,
  };
}
