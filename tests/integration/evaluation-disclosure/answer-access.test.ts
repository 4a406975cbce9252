import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const RATINGS = "src/features/evaluation-ratings/";
const REPORTS = "src/features/evaluation-reports/commands/";

/** Who may name a rater's answers at all, and what they tell of somebody having answered. */
const ALLOWED: Record<string, { pattern: RegExp; files: readonly string[] }> = {
  "all answers": {
    pattern: /openAllAnswers\(|app\.releases_reports/,
    files: [
      `${RATINGS}answer-access-sql.ts`,
      `${REPORTS}release-reports.ts`,
      // Destroys them, and is not told what they were.
      "src/features/evaluation-cycles/commands/cancel-cycle.ts",
    ],
  },
  "one's own answers": {
    pattern: /openOwnAnswers\(|app\.rating_id/,
    files: [
      `${RATINGS}answer-access-sql.ts`,
      `${RATINGS}commands/lock-open-rating.ts`,
      `${RATINGS}queries/get-own-answers.ts`,
      `${RATINGS}queries/get-rater-page.ts`,
    ],
  },
  "the table of answers": {
    pattern: /evaluation_answers\b|\bevaluationAnswer\b/,
    files: [
      `${RATINGS}stored-answers.ts`,
      `${RATINGS}commands/decline-rating.ts`,
      `${RATINGS}commands/save-answers.ts`,
      `${RATINGS}queries/get-rater-page.ts`,
      `${REPORTS}read-subject-answers.ts`,
      `${REPORTS}store-release.ts`,
      "src/features/evaluation-cycles/commands/cancel-cycle.ts",
    ],
  },
  "which release counted a rater, and where a comment is shown": {
    pattern: /counted_in_release|countedInRelease|published_cell|publishedCell/,
    files: [`${REPORTS}read-subject-answers.ts`, `${REPORTS}store-release.ts`],
  },
};

const files = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .filter((file) => !file.startsWith(path.join("src", "generated")))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

describe("raters' answers", () => {
  it.each(Object.entries(ALLOWED))("are in few hands: %s", (_, { pattern, files: allowed }) => {
    expect(files.length).toBeGreaterThan(500);
    const found = files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });

  it("are nothing the API, an export or a page knows of", () => {
    const outside = files.filter(
      ({ file }) => /^src\/(app|ui|server)\//.test(file) || /\/(export|pdf|cohort)\//.test(file),
    );
    expect(outside.length).toBeGreaterThan(100);
    const knows = outside.filter(({ text }) =>
      /answer-access-sql|evaluation_ratings\b|evaluationRating\b/.test(text),
    );
    // Reads who was asked as a manager, not who answered.
    const cohort = "src/features/evaluation-reports/cohort/queries/get-cohort.ts";
    expect(knows.map(({ file }) => file)).toEqual([cohort]);
    expect(knows[0]?.text).not.toMatch(/\bstatus\b|answer-access-sql|submitted/);
  });

  it("and anything else of the evaluations are no part of the API", () => {
    const ofApi = files.filter(
      ({ file }) => file.startsWith("src/app/api/") || file.startsWith("src/features/api/"),
    );
    expect(ofApi.length).toBeGreaterThan(0);
    expect(ofApi.filter(({ text }) => /evaluation|diary|peer-feedback|recognition/i.test(text))).toEqual([]);
  });

  it("carry no time in the database", () => {
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    const modelOf = (name: string) =>
      schema.match(new RegExp(`^model ${name} \\{[\\s\\S]*?^\\}`, "m"))?.[0] ?? "";
    expect(modelOf("EvaluationAnswer")).toContain("isCannotSay");
    expect(modelOf("EvaluationAnswer")).not.toContain("DateTime");
    // Only an organizer's own act has a time.
    expect(
      modelOf("EvaluationRating")
        .match(/^\s+(\w+)\s+DateTime/gm)
        ?.map((line) => line.trim().split(/\s/)[0]),
    ).toEqual(["withdrawnAt"]);
  });
});
