import { describe, expect, it } from "vitest";
import type { ReleasedReport } from "../schema";
import { describeReport } from "./describe-report";
import { everywhere, makeReport, publish } from "./sample-report.test-support";

const describeIn = (report: ReleasedReport, language: "en" | "fi" = "en") =>
  describeReport(report, language, "Europe/Helsinki");

describe("describeReport", () => {
  it("finds blind spots and hidden strengths, the largest gap first", () => {
    const view = describeIn(
      makeReport(
        everywhere(
          { self: [3], peer: [3, 3, 3, 3, 3] },
          {
            p1: { self: [5], peer: [3, 3, 3, 3, 3] },
            p2: { self: [5], peer: [2, 2, 2, 2, 2] },
            c1: { self: [2], peer: [4, 4, 4, 4, 4] },
          },
        ),
      ),
    );
    expect(view.self?.blindSpots.map(({ key }) => key)).toEqual(["p2", "p1"]);
    expect(view.self?.hiddenStrengths.map(({ key }) => key)).toEqual(["c1"]);
    expect(view.self?.blindSpots[0]).toMatchObject({
      figureText: "Others 2.00 (n = 5, 1.64–2.36) · Self 5.00",
      gap: { valueText: "+3.00", judgementText: "Blind spot" },
    });
    // The competency: self 5, others 2.5.
    expect(view.competencies[0]?.gap).toMatchObject({ value: 2.5, judgement: "blindSpot" });
    expect(view.competencies[1]?.gap).toMatchObject({ value: -1, judgement: "agreement" });
    expect(view.summary).toContain("2 blind spots and one hidden strength were found.");
  });

  it("names strongest and weakest items, none twice, and none where all are alike", () => {
    const view = describeIn(
      makeReport({ p1: { peer: [5, 5, 5] }, p2: { peer: [4, 4, 4] }, c1: { peer: [3, 3, 3] } }),
    );
    expect(view.strongest.map(({ key }) => key)).toEqual(["p1"]);
    expect(view.weakest.map(({ key }) => key)).toEqual(["c1"]);
    // Three answers give no distribution, so no interval and no certainty.
    expect(view.rankingRemark).toMatch(/may be chance/);
    const alike = describeIn(makeReport(everywhere({ peer: [4, 4, 4] })));
    expect([alike.strongest, alike.weakest, alike.rankingRemark]).toEqual([[], [], null]);
  });

  it("says what is shown together and what not at all", () => {
    const merged = describeIn(makeReport(everywhere({ self: [3], peer: [3, 4, 5, 4], report: [1, 1] })));
    expect(merged.sides.map(({ label }) => label)).toEqual(["Self", "Others together", "Others on average"]);
    expect(merged.notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Shown together: colleagues and direct reports\./),
    ]);
    const hidden = describeIn(makeReport(everywhere({ manager: [4], peer: [1, 2] })));
    expect(hidden.sides.map(({ side }) => side)).toEqual(["manager", "total"]);
    expect(hidden.notices).toMatchObject([{ tone: "warning" }]);
    expect(hidden.groups.map(({ text, isShown }) => `${isShown}: ${text}`)).toEqual([
      "true: 1 of 2 answered",
      "false: Not shown: fewer than 3 answered (3 asked)",
    ]);
    expect(hidden.competencies[0]?.items[0]?.figures.map(({ valueText }) => valueText)).toEqual([
      "4.00",
      "4.00",
    ]);
  });

  it("shows distributions of enough people only, and never of one", () => {
    const view = describeIn(
      makeReport(everywhere({ self: [3], manager: [4], peer: [3, 4, 5, 4, 4], customer: [1, 2, 3] })),
    );
    const item = view.competencies[0]?.items[0];
    expect(item?.distributions.map(({ side }) => side)).toEqual(["peer"]);
    expect(item?.distributions[0]?.points.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      "1 label 1: 0",
      "2 label 2: 0",
      "3 label 3: 1",
      "4 label 4: 3",
      "5 label 5: 1",
    ]);
  });

  it("speaks of all, where nobody is apart from the others", () => {
    const report = makeReport(everywhere({ peer: [3, 4, 5, 4, 4] }, { p1: { peer: [5, 5, 5, 5, 5] } }));
    const view = describeIn({ ...report, subject: { ...report.subject, kind: "team" } });
    expect(view.sides.map(({ label }) => label)).toEqual(["Colleagues", "All on average"]);
    expect(view.strongest[0]?.figureText).toMatch(/^All 5\.00/);
    expect(view.summary[0]).toBe("The answers of 5 people are shown in this report.");
    expect(describeIn(report).summary[0]).toBe("The answers of 5 other people are shown in this report.");
  });

  it("has no gap without an own answer, and does not speak of gaps", () => {
    const view = describeIn(makeReport(everywhere({ peer: [3, 4, 5] })));
    expect(view.self).toBeNull();
    expect(view.competencies.every(({ gap }) => gap === null)).toBe(true);
    expect(view.explanations.map(({ title }) => title)).not.toContain("Blind spots and hidden strengths");
  });

  it("compares with the last round by the items of both, and calls a change only what is one", () => {
    const earlier = publish({
      p1: { peer: [2, 2, 2, 2, 2] },
      c1: { peer: [3, 4, 3, 4, 3] },
      s1: { peer: [1, 1, 1] },
      gone: { peer: [1, 1, 1, 1, 1] },
    });
    const view = describeIn(
      makeReport(everywhere({ peer: [4, 4, 4, 4, 4] }), {
        earlier: { cycleName: "Spring", number: 1, releasedAt: new Date("2025-05-12T09:00:00Z"), ...earlier },
      }),
    );
    expect(view.development?.text).toBe("The others’ mean now and in Spring (released 12 May 2025).");
    expect(view.development?.remarks).toEqual([
      "Compared by the 3 items of 6 shown in both reports.",
      "Intervals are widened by the number of comparisons, so that chance does not look like a change.",
    ]);
    expect(view.development?.competencies).toMatchObject([
      { key: "presence", beforeText: "2.00", nowText: "4.00", differenceText: "+2.00", direction: "up" },
      { key: "clarity", direction: "none", verdictText: "No certain change" },
      { key: "calm", direction: "none", intervalText: null, verdictText: "Groups too small to tell" },
    ]);
    expect(view.development?.items.map(({ key }) => key)).toEqual(["p1"]);
  });

  it("shows comments by question and place, and days on the organization's clock", () => {
    const view = describeIn(
      makeReport(everywhere({ self: [4], peer: [3, 4, 5] }), {
        comments: [
          { itemKey: "more", place: "together", text: "b" },
          { itemKey: "more", place: "together", text: "a" },
          { itemKey: "more", place: "self", text: "mine" },
        ],
      }),
      "fi",
    );
    expect(view.questions[0]?.places).toEqual([
      { place: "self", label: "Itse", comments: ["mine"] },
      { place: "together", label: "Useita ryhmiä yhdessä", comments: ["b", "a"] },
    ]);
    expect(view.day).toBe("2026-11-21");
    expect(view.readersText).toBe("Tämän raportin lukijat: Aino ja Mikko nimettynä esihenkilönä.");
    expect(view.competencies[0]).toMatchObject({
      name: "Competency presence",
      items: [{ text: "Väittämä p1" }, {}],
    });
  });
});
