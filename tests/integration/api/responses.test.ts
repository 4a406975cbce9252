import { beforeAll, describe, expect, it } from "vitest";
import { setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey, type PublishedSurvey } from "../../factories/surveys";
import { callApi, createApiKey } from "./call-api";

setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let anonymous: PublishedSurvey;
let key: string;

beforeAll(async () => {
  small = await createSmallOrganization({ timeZone: "Europe/Helsinki" });
  anonymous = await createPublishedSurvey(small.scope, {
    metric: "csat",
    encounterTypeIds: [small.encounterType.id],
    isAnonymous: true,
  });
  ({ key } = await createApiKey(small.scope, "read"));
});

const answer = (answeredAt: string, score: number, survey = small.survey) =>
  createAnsweredEncounter(small.scope, { ...small.attribution, segment: "gold" }, survey, {
    score,
    answeredAt: new Date(answeredAt),
    followUp: "because",
    comment: "words",
  });
const list = (query = "") => callApi("GET", `/responses?${query}`, { key });

describe("GET /responses", () => {
  it("tells an answer with its scores and texts", async () => {
    const { response } = await answer("2025-03-03T10:00:00Z", 9);
    const { body } = await list("from=2025-03-03&to=2025-03-04");
    expect(body.data).toEqual([
      {
        id: response.id,
        answeredAt: "2025-03-03T10:00:00.000Z",
        isAnonymous: false,
        source: "survey",
        metric: "nps",
        score: 9,
        followUp: "because",
        comment: "words",
        language: "en",
        touchpointId: small.touchpoint.id,
        employeeId: small.employee.id,
        locationId: small.location.id,
        encounterTypeId: small.encounterType.id,
        channel: "in_person",
        segment: "gold",
        encounterId: response.encounterId,
        surveyId: small.survey.id,
        scores: [{ question: "main", isMain: true, metric: "nps", score: 9 }],
        choices: [],
      },
    ]);
  });

  it("cuts days in the organization's zone, the last one left out", async () => {
    // Midnight in Helsinki is 21:00 or 22:00 the day before.
    await answer("2025-06-10T20:59:59.999Z", 1);
    await answer("2025-06-10T21:00:00Z", 2);
    await answer("2025-06-11T20:59:59.999Z", 3);
    await answer("2025-06-11T21:00:00Z", 4);
    const { body } = await list("from=2025-06-11&to=2025-06-12");
    expect(body.data.map(({ score }: { score: number }) => score)).toEqual([2, 3]);
  });

  it("keeps from an anonymous answer who and what kind of encounter it was, and leaves it out where that is asked for", async () => {
    const { response } = await answer("2025-08-01T21:00:00Z", 5, anonymous);
    const period = "from=2025-08-01&to=2025-08-04";
    const { body } = await list(period);
    expect(body.data).toMatchObject([
      {
        id: response.id,
        isAnonymous: true,
        score: 5,
        employeeId: null,
        encounterTypeId: null,
        segment: null,
        encounterId: null,
        locationId: small.location.id,
      },
    ]);
    for (const filter of [
      `employee=${small.employee.id}`,
      `encounterType=${small.encounterType.id}`,
      "segment=gold",
    ]) {
      expect((await list(`${period}&${filter}`)).body.data, filter).toEqual([]);
    }
    for (const filter of [
      `touchpoint=${small.touchpoint.id}`,
      `location=${small.location.id}`,
      "channel=in_person",
    ]) {
      expect((await list(`${period}&${filter}`)).body.data, filter).toHaveLength(1);
    }
  });

  it("reads page by page everything that was there, once, while answers come before, between and after", async () => {
    const there: string[] = [];
    for (let index = 0; index < 23; index += 1) {
      // Several share a moment, so that a page ends among them.
      const minute = String(Math.floor(index / 4)).padStart(2, "0");
      const { response } = await answer(`2025-10-01T10:${minute}:00Z`, index % 11);
      there.push(response.id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `from=2025-10-01&to=2025-10-02&limit=5${cursor ? `&cursor=${cursor}` : ""}`,
      );
      expect(page.body.data.length).toBeLessThanOrEqual(5);
      seen.push(...page.body.data.map(({ id }: { id: string }) => id));
      cursor = page.body.nextCursor;
      const minute = String(seen.length % 6).padStart(2, "0");
      await answer(`2025-10-01T10:${minute}:00Z`, 0);
      if (seen.length < 12) await answer("2025-10-01T20:00:00Z", 10);
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(there.filter((id) => !seen.includes(id))).toEqual([]);
  });
});
