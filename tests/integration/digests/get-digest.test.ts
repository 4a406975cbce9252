import { beforeAll, describe, expect, test } from "vitest";
import { listHeadlines } from "@/features/dashboards/figures/headlines";
import { getResponseFunnel } from "@/features/dashboards/figures/response";
import { getTrend } from "@/features/dashboards/figures/trend";
import { loadSheet } from "@/features/dashboards/sheets/load-sheet";
import { buildDigestMail } from "@/features/digests/digest-mail";
import { type Digest, getDigest } from "@/features/digests/queries/get-digest";
import { setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";
import { textsIn } from "../dashboards/texts";
import { MONDAY_MORNING, onMonday, openWeek, type Story, tellStory, WEEK } from "./story";

const database = setUpTestDatabase();
let story: Story;
beforeAll(async () => {
  story = await tellStory(database.superuserUrl);
});

const slug = () => story.organization.slug;
async function digestOf(
  member: { scope: Story["scope"] },
  { monday = WEEK.firstDay, now = MONDAY_MORNING } = {},
): Promise<Digest> {
  const digest = await getDigest(onMonday(member.scope, now), monday);
  if (!digest) throw new Error("a digest was expected");
  return digest;
}
const mailOf = (digest: Digest, language = "en") =>
  buildDigestMail(digest, {
    to: "a@b.test",
    language,
    appUrl: "http://localhost",
    token: "t",
    memberId: "m",
  });

describe("the figures", () => {
  test("count the week from Monday 00:00 to Sunday 24:00 on the organization's clock, also when clocks change", async () => {
    const { headlines, verdict, response } = await digestOf(story.manager);
    // Desk: 5 + 1 promoters, 2 passives, 2 + 1 detractors. Phone: 6 + 1 detractors. (6 − 10) ÷ 18.
    expect(headlines).toHaveLength(1);
    expect(headlines[0]?.figure).toMatchObject({ n: 18, value: (100 * (6 - 10)) / 18 });
    // The week before: desk 5, 2, 2 and the detractor of its last minute; phone six promoters.
    expect(headlines[0]?.previous).toMatchObject({ n: 16, value: (100 * (11 - 3)) / 16 });
    expect(headlines[0]?.change?.direction).toBe("down");
    expect(verdict).toBe("down");
    // Invitations leave five hours before their answers: the week's first answer is to one of the week before, and the
    // first answer after the week to one of this week's.
    expect(response.counts).toMatchObject({ invited: 18, answered: 18 });
  });

  test("are the dashboard's and its export's, to the last digit", async () => {
    for (const member of [story.owner, story.manager, story.localManager]) {
      const scope = onMonday(member.scope);
      const digest = await digestOf(member);
      const week = await openWeek(scope, slug());
      expect(digest.headlines).toEqual(await listHeadlines(week));
      expect(digest.response).toEqual(await getResponseFunnel(week));
      const quarter = await openWeek(scope, slug(), { from: "2025-12-29", metric: digest.metric });
      expect(digest.trend).toEqual(await getTrend(quarter));
      expect(digest.trend.points).toHaveLength(13);

      const { text } = await mailOf(digest);
      const texts = textsIn("en");
      const sheet = await loadSheet("headlines", week, texts);
      const cells = sheet?.rows.flat().filter((cell) => cell.kind === "value") ?? [];
      expect(cells.length).toBeGreaterThan(0);
      const [score] = cells;
      if (score?.kind !== "value") throw new Error("the export begins with a value");
      expect(text).toContain(`NPS ${texts.figure(score)}\n`);
    }
  });

  test("a touchpoint is named exactly when its own page marks the last week", async () => {
    const digest = await digestOf(story.manager);
    const named = new Set(digest.signals.map(({ touchpointId }) => touchpointId));
    for (const { id } of [story.touchpoint, story.otherTouchpoint]) {
      const page = await openWeek(
        onMonday(story.manager.scope),
        slug(),
        { from: "2025-12-29", metric: "nps" },
        { touchpoint: id },
      );
      const last = (await getTrend(page)).points.at(-1)?.point;
      expect(named.has(id)).toBe(last?.signal !== null);
      if (named.has(id))
        expect(digest.signals.find(({ touchpointId }) => touchpointId === id)?.point).toEqual(last);
    }
    expect([...named]).toEqual([story.otherTouchpoint.id]);
  });
});

describe("a manager limited to one location", () => {
  test("gets that location's figures, signals and comments, and is told so", async () => {
    const digest = await digestOf(story.localManager);
    expect(digest.headlines[0]?.figure).toMatchObject({ n: 11, value: (100 * (6 - 3)) / 11 });
    expect(digest.verdict).toBe("normal");
    expect(digest.signals).toEqual([]);
    expect(digest.comments.map(({ score }) => score)).toEqual([2, 10]);
    expect(digest.locations).toEqual([story.location.name]);
    const mail = await mailOf(digest);
    expect(mail.text).toContain(`your locations: ${story.location.name}`);
    expect(`${mail.text}${mail.html}`).not.toContain(story.comments.elsewhere);
    expect(mail.subject).toBe("Week 13: NPS +27 (n 11), within normal variation");
  });
});

describe("comments", () => {
  test("are the week's only: two low ones of different touchpoints and a high one", async () => {
    const { comments } = await digestOf(story.manager);
    expect(comments.map(({ text }) => text)).toEqual([
      story.comments.elsewhere,
      story.comments.low,
      story.comments.high,
    ]);
    expect(comments[1]).toMatchObject({ band: "low", day: "2026-03-23", score: 2, isAnonymous: false });
  });

  test("of anonymous answers carry the day and nobody's name", async () => {
    const small = await createSmallOrganization();
    const survey = await createPublishedSurvey(small.scope, {
      encounterTypeIds: [small.encounterType.id],
      isAnonymous: true,
    });
    const answeredAt = new Date("2026-03-24T22:00:00Z");
    await createAnsweredEncounter(small.scope, small.attribution, survey, {
      score: 1,
      answeredAt,
      comment: "Never again, thank you",
    });
    const digest = await digestOf(small.manager);
    expect(digest.comments).toEqual([
      expect.objectContaining({ isAnonymous: true, day: "2026-03-25", text: "Never again, thank you" }),
    ]);
    const { text, html } = await mailOf(digest);
    expect(text).toContain("25 Mar 2026 · anonymous");
    expect(`${text}${html}`).not.toContain(small.employee.name);
  });
});

describe("weeks without answers", () => {
  test("say so as long as there were some lately, with what happened instead", async () => {
    const digest = await digestOf(story.manager, {
      monday: "2026-04-20",
      now: new Date("2026-04-27T04:00:00Z"),
    });
    expect(digest).toMatchObject({
      headlines: [],
      verdict: "none",
      metric: "nps",
      comments: [],
      signals: [],
    });
    const mail = await mailOf(digest, "fi");
    expect(mail.subject).toBe("Viikko 17: ei vastauksia");
    expect(mail.text).toContain(
      "Viikolla 17 ei tullut yhtään vastausta. Kohtaamisia ei kirjattu, ja kutsuja ei lähtenyt.",
    );
  });

  test("are nothing to tell when nobody has answered for five weeks", async () => {
    const later = onMonday(story.manager.scope, new Date("2026-05-18T04:00:00Z"));
    expect(await getDigest(later, "2026-05-11")).toBeNull();
    expect(
      await getDigest(onMonday((await createSmallOrganization()).owner.scope), WEEK.firstDay),
    ).toBeNull();
  });
});
