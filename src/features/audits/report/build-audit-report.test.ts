import { describe, expect, it } from "vitest";
import { buildAuditReport } from "./build-audit-report";
import type { ReportSource } from "./report";
import { makeSource, no, value, yes } from "./report-source.test-support";

const all = { greeted: yes, smiled: yes, honest: yes, listened: value({ optionKeys: ["p4"] }) };
const build = (given: ReportSource, language: "fi" | "en" = "fi") =>
  buildAuditReport(given, language, "Europe/Helsinki");

describe("buildAuditReport", () => {
  it("says the score, the verdict and what they mean", () => {
    const report = build(makeSource({ ...all, smiled: no }));
    // Sections 75 % and 100 %, weights 1 and 3: 93.75 %.
    expect(report).toMatchObject({
      scoreText: "94\u00a0%",
      verdict: "passed",
      verdictText: "Hyväksytty",
      meaning: "4 arvioidusta kohdasta täyttyi 3.",
      subject: "Lahti · 20.11.2026",
      kindText: "Mysteerikäynti",
      day: "2026-11-20",
    });
    expect(
      report.sections.map(({ scoreText, weightText, failedItems }) => [scoreText, weightText, failedItems]),
    ).toEqual([
      ["75\u00a0%", "paino 25\u00a0%", 1],
      ["100\u00a0%", "paino 75\u00a0%", 0],
    ]);
    expect(report.development.items).toMatchObject([
      { key: "smiled", number: "1.2", answer: "Ei", points: "0/1", suggestion: "Katso silmiin." },
    ]);
    // A quarter of a section that is a quarter of the total.
    expect(report.development.items[0]?.loss).toBe("−6,3\u00a0%\u2011yks.");
    const english = build(makeSource({ ...all, smiled: no }), "en");
    expect(english).toMatchObject({ scoreText: "94%", meaning: "3 of the 4 items judged were met." });
    expect(english.development.items[0]).toMatchObject({ suggestion: "Meet the eye.", loss: "−6.3\u00a0pp" });
  });

  it("puts a failed critical item before everything, whatever the points", () => {
    const report = build(makeSource({ ...all, greeted: no, honest: no }), "en");
    expect(report).toMatchObject({ verdict: "failed", verdictText: "Failed" });
    expect(report.meaning).toBe(
      "One critical item was not met, so the visit failed whatever its points. 2 of the 4 items judged were met.",
    );
    expect(report.criticalFailures.map(({ key }) => key)).toEqual(["honest"]);
    expect(report.development.items.map(({ key }) => key)).toEqual(["honest", "greeted"]);
    expect(report.development.items[0]).toMatchObject({ behaviour: "Honesty", isCritical: true });
  });

  it("has no verdict where nothing applied", () => {
    const report = build(makeSource({ greeted: value({ isNotApplicable: true }) }));
    expect(report).toMatchObject({ score: null, scoreText: "–", verdict: "none", verdictText: "Ei tulosta" });
    expect(report.meaning).toBe("Mikään pisteytettävä kohta ei soveltunut tähän käyntiin.");
    expect(report.sections[0]).toMatchObject({ scoreText: "–", weightText: null });
    expect(report.sections[0]?.items.map(({ result }) => result)).toEqual(["not_applicable", "unanswered"]);
  });

  it("tells passed items that did not earn everything from those that did", () => {
    const answers = {
      ...all,
      smiled: value({ number: 1, comment: "Iloinen." }),
      listened: value({ optionKeys: ["p3"] }),
    };
    const report = build(makeSource(answers, { strengths: "Hyvä ote." }));
    expect(report.strengths.text).toBe("Hyvä ote.");
    // The commented one first, then by weight; the scale passed with 3 of 4.
    expect(report.strengths.items.map(({ key }) => key)).toEqual(["smiled", "greeted", "honest"]);
    expect(report.development.items).toEqual([]);
  });

  it("writes answers in words, in the organization's language where there is no other", () => {
    const report = build(
      makeSource({
        ...all,
        waited: value({ number: 200 }),
        angry: yes,
        listened: value({ optionKeys: ["p4"] }),
      }),
      "en",
    );
    const items = new Map(
      report.sections.flatMap((section) => section.items).map((item) => [item.key, item]),
    );
    expect(items.get("listened")).toMatchObject({ answer: "taso 4", points: "4/4" });
    expect(items.get("waited")).toMatchObject({
      answer: "3\u00a0min 20\u00a0s",
      result: "recorded",
      points: null,
    });
    expect(items.get("angry")).toMatchObject({
      text: "Asiakas oli kiihtynyt",
      isAboutCustomer: true,
      result: "recorded",
    });
  });

  it("says what the score is to be read with", () => {
    const notices = (overrides: Partial<ReportSource>) =>
      build(makeSource(all, overrides)).notices.map(({ text }) => text);
    expect(notices({ status: "in_review" })).toEqual([
      "Tarkastus on kesken. Tulos voi vielä muuttua ennen julkaisua.",
    ]);
    expect(notices({ visitsOfLocation: 2 })).toEqual([
      "Yksi käynti kertoo yhdestä hetkestä. Toimipisteestä on julkaistu 2 mysteerikäyntiä, ja toimipisteen tulos on suuntaa-antava, kunnes niitä on vähintään kolme.",
    ]);
    expect(notices({ kind: "observation", visitsOfLocation: 3 })).toEqual([
      "Avoin havainnointi: työntekijä tiesi tilanteesta etukäteen. Tulosta ei lasketa yhteen mysteerikäyntien kanssa.",
      "Yksi käynti kertoo yhdestä hetkestä. Tämä on yksi toimipisteen 3 julkaistusta havainnoinnista.",
    ]);
  });

  it("tells beside the score what appeals did to it", () => {
    const decided = {
      itemKey: "smiled",
      decision: "Kuva osoittaa sen.",
      decidedAt: new Date("2026-11-25T10:00:00Z"),
      scoreBefore: 43.75,
      scoreAfter: 93.75,
      failedBefore: true,
    };
    const report = build(
      makeSource(
        { ...all, smiled: no },
        {
          visitsOfLocation: 5,
          appeals: [
            { ...decided, status: "changed" },
            { ...decided, itemKey: "greeted", status: "upheld", decision: null },
            { ...decided, itemKey: "honest", status: "open", decidedAt: null },
          ],
        },
      ),
    );
    expect(report.notices.map(({ tone, text }) => [tone, text]).slice(0, 3)).toEqual([
      ["warning", "Yksi oikaisupyyntö on ratkaisematta, joten tulos voi vielä muuttua."],
      [
        "info",
        "Tulos muutettiin oikaisupyynnön perusteella 25.11.2026: ennen 44\u00a0%, nyt 94\u00a0%. Käynti oli aiemmin hylätty.",
      ],
      ["info", "Yksi oikaisupyyntö ratkaistiin: arvio pysytettiin."],
    ]);
    const appeals = report.sections.flatMap(({ items }) => items.map(({ key, appeal }) => [key, appeal]));
    expect(Object.fromEntries(appeals)).toMatchObject({
      smiled: "Oikaisupyyntö ratkaistu 25.11.2026: arviota muutettiin. Kuva osoittaa sen.",
      honest: "Kohdasta on tehty oikaisupyyntö, jota ei ole vielä ratkaistu.",
      listened: null,
    });
  });

  it("names who made a mystery visit only to those who may know", () => {
    const facts = (overrides: Partial<ReportSource>) =>
      Object.fromEntries(
        build(makeSource(all, overrides)).facts.map(({ label, value: text }) => [label, text]),
      );
    expect(facts({})).toEqual({
      Toimipiste: "Lahti",
      Kosketuspiste: "Kassa",
      Kanava: "Kasvokkain",
      Ajankohta: "20.11.2026, 14.05–14.25",
      Kesto: "20\u00a0min",
      Auditointiohjelma: "Joulu",
      Lomake: "Käynti, versio 2",
      Julkaistu: "21.11.2026",
    });
    expect(facts({ mayKnowAuditor: true }).Auditoija).toBe("Aino Auditoija");
    expect(facts({ kind: "observation" }).Havainnoija).toBe("Aino Auditoija");
  });
});
