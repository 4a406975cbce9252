import { describe, expect, test } from "vitest";
import { buildRaterMail, type RaterMailFacts } from "./rater-mail";

const facts: RaterMailFacts = {
  kind: "invitation",
  mailId: "m1",
  token: "token-of-the-rater",
  rater: { name: "Liisa", email: "liisa@example.test", language: "fi" },
  cycle: {
    name: "Syksy",
    purpose: { fi: "Jotta opimme.", en: "To learn." },
    anonymityK: 4,
    lastDay: "2026-12-10",
  },
  ratings: [{ subjectName: "Matti Meri", group: "peer", isOnePerson: true }],
  organization: {
    name: "Kotikulma",
    language: "fi",
    senderName: null,
    replyTo: "hei@kotikulma.test",
    accentColor: "#0f766e",
  },
  appUrl: "https://app.test",
};
const write = (changes: Partial<RaterMailFacts> = {}) => buildRaterMail({ ...facts, ...changes });
const inLanguage = (language: string, changes: Partial<RaterMailFacts> = {}) =>
  write({ rater: { ...facts.rater, language }, ...changes });

describe("a rater's mail", () => {
  test("says whose, why, until when, who sees what, and where", () => {
    const { to, text, html, subject, replyTo } = write();
    expect(to).toBe("liisa@example.test");
    expect(replyTo).toBe("hei@kotikulma.test");
    expect(subject).toBe("Kotikulma pyytää näkemystäsi: Syksy");
    for (const part of ["Matti Meri", "Jotta opimme.", "https://app.test/r/token-of-the-rater"]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text.replaceAll("\u00a0", " ")).toContain("10. joulukuuta 2026");
    // k − 1 others stand with every answer that is shown.
    expect(text).toContain("vähintään 3 muun vastaajan kanssa");
    expect(text).not.toContain("Esihenkilönä antamasi");
  });

  test.each(["fi", "sv", "en"])(
    "is whole in %s, as invitation and reminder, for every kind of list",
    (language) => {
      const of = (group: "self" | "manager" | "customer", subjectName = "Matti Meri") => ({
        subjectName,
        group,
        isOnePerson: true,
      });
      const many = Array.from({ length: 8 }, (_, index) => of("customer", `Number ${index + 1}`));
      for (const kind of ["invitation", "reminder"] as const) {
        for (const ratings of [[of("self")], [of("manager")], [of("self"), of("customer")], many]) {
          const { subject, text } = inLanguage(language, { kind, ratings });
          expect(`${subject}\n${text}`).not.toMatch(/[{}]|undefined|rater\.mail/);
        }
      }
      const { text } = inLanguage(language, { ratings: many });
      expect(text).toContain("Number 4");
      expect(text).not.toContain("Number 5");
    },
  );

  test("promises nobody anonymity who answers under the own name", () => {
    const { text } = inLanguage("en", {
      ratings: [{ subjectName: "Matti", group: "manager", isOnePerson: true }],
    });
    expect(text).toContain("shown as the manager’s view");
    expect(text).not.toContain("never as yours");
    const own = inLanguage("en", {
      ratings: [{ subjectName: "Liisa", group: "self", isOnePerson: true }],
    }).text;
    expect(own).toContain("shown in your report as your own");
    expect(own).not.toContain("never as yours");
  });

  test("falls back to English, and to the purpose there is", () => {
    const { subject, text } = inLanguage("de");
    expect(subject).toContain("asks for your view");
    expect(text).toContain("To learn.");
    expect(inLanguage("sv").text).toContain("Jotta opimme.");
  });
});
