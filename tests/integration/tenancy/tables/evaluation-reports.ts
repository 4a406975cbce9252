import { expect } from "vitest";
import { openAllAnswers } from "@/features/evaluation-ratings/answer-access-sql";
import { readLastReleases } from "@/features/evaluation-reports/commands/read-last-releases";
import { readSubjectAnswers } from "@/features/evaluation-reports/commands/read-subject-answers";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { storeRelease } from "@/features/evaluation-reports/commands/store-release";
import { tellOfReleases } from "@/features/evaluation-reports/commands/tell-of-releases";
import { getReport } from "@/features/evaluation-reports/queries/get-report";
import { getReportPdf } from "@/features/evaluation-reports/queries/get-report-pdf";
import { listVisibleReports } from "@/features/evaluation-reports/queries/list-visible-reports";
import { readPublished, readPublishedComments } from "@/features/evaluation-reports/queries/read-published";
import { writeReportMail } from "@/features/evaluation-reports/queries/write-report-mail";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { action, type Lines, line, type Observed } from "../line";
import type { Place } from "../makers";

/** A closed cycle whose one subject three colleagues have rated. */
async function rated(of: Cast, place: Place) {
  const subject = await of.newEvaluationSubject(place, { status: "closed" });
  for (const _ of [1, 2, 3]) await of.addRating(subject, { status: "submitted" });
  return { ...subject, id: subject.cycleId };
}

const report = (of: Cast, place: Place) => of.newReport(place);
const released = (waiting: number) => (observed: Observed) => {
  if (observed.error) throw observed.error;
  expect(observed.result).toEqual({ released: 1 - waiting, again: 0, waiting });
};

/** Nobody is told of a report that the reader may not see: not its manager's colleagues, nor the evaluated's. */
const guarded = { foreign: "not found", limited: "not found", employee: "not found" } as const;

export const evaluationReports: Lines = {
  listVisibleReports: line({
    as: "owner",
    given: async (of, place) => {
      const made = await of.newReport(place);
      return { ...made, id: made.subjectId };
    },
    call: (scope) => listVisibleReports(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
    employee: "hides",
  }),
  getReport: line({
    as: "owner",
    given: report,
    call: (scope, { subjectId }) => getReport(scope, subjectId),
    own: "shows",
    ...guarded,
  }),
  getReportPdf: line({
    as: "owner",
    given: report,
    call: (scope, { subjectId }) => getReportPdf(scope, subjectId, { language: "en" }),
    own: ({ result, error }) => {
      if (error) throw error;
      const { content } = result as Awaited<ReturnType<typeof getReportPdf>>;
      expect(new TextDecoder().decode(content.subarray(0, 5))).toBe("%PDF-");
    },
    ...guarded,
  }),
  readPublished: line({
    as: "owner",
    given: report,
    call: async (scope, { reportId }) =>
      (await withScope(scope, (tx) => readPublished(tx, scope, reportId))).cells,
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
  }),
  readPublishedComments: line({
    as: "owner",
    given: report,
    call: (scope, { reportId }) => withScope(scope, (tx) => readPublishedComments(tx, scope, reportId)),
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
  }),
  writeReportMail: line({
    as: "owner",
    given: report,
    call: (scope, { subjectId, cycleId }) =>
      writeReportMail(scope, {
        id: cycleId,
        kind: "evaluationReportsReleased",
        subjectId: cycleId,
        occasion: "",
        attempts: 0,
        reader: {
          memberId: subjectId,
          userId: subjectId,
          name: "Reader",
          email: "reader@example.test",
          language: "en",
        },
      }),
    own: ({ result }) => expect(result).toMatchObject({ button: { path: expect.stringContaining("/") } }),
    foreign: "nothing",
  }),
  releaseReports: line({
    given: rated,
    call: (scope, { cycleId }) => releaseReports(scope, cycleId),
    own: released(0),
    foreign: "not found",
    limited: "forbidden",
  }),
  releaseReportsAction: action({
    permission: "evaluation-cycles.manage",
    given: rated,
    input: ({ cycleId }) => ({ cycleId }),
    foreign: "not found",
  }),
  readLastReleases: line({
    given: report,
    call: (scope, { cycleId }) => withScope(scope, (tx) => readLastReleases(tx, scope, cycleId)),
    own: ({ result }) => expect((result as Map<string, unknown>).size).toBe(1),
    foreign: ({ result }) => expect((result as Map<string, unknown>).size).toBe(0),
  }),
  readSubjectAnswers: line({
    given: rated,
    call: (scope, { cycleId, subjectId, framework }) =>
      withScope(scope, async (tx) => {
        await openAllAnswers(tx);
        const itemIds = Object.values(framework.itemIds);
        const subjects = [{ id: subjectId, isOnePerson: true }];
        const sources = await readSubjectAnswers(tx, scope, cycleId, { points: 5, itemIds }, subjects);
        return sources.get(subjectId)?.answers.groups.map(({ raters }) => raters);
      }),
    own: ({ result }) => expect(result).toEqual([3]),
    foreign: "nothing",
  }),
  storeRelease: line({
    given: (of, place) => of.newEvaluationSubject(place, { status: "closed" }),
    call: (scope, { subjectId }) =>
      withScope(scope, (tx) =>
        storeRelease(tx, scope, {
          subjectId,
          number: 1,
          subjectSeesFrom: scope.now,
          anonymityK: 3,
          commentK: 3,
          gapThreshold: 1,
          isInCohort: false,
          shown: { cells: [], figures: [] },
          comments: [],
        }),
      ),
    own: ({ changed }) => expect(changed).toEqual(["evaluation_reports"]),
    foreign: "not found",
  }),
  tellOfReleases: line({
    given: report,
    call: (scope, { cycleId, subjectId, reportId }) =>
      withScope(scope, (tx) => tellOfReleases(tx, scope, cycleId, [{ subjectId, reportId }])),
    own: ({ changed }) => expect(changed).toEqual(["jobs", "member_mails"]),
    foreign: ({ changed }) => expect(changed).toEqual([]),
  }),
};
