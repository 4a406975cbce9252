import { v7 as uuidv7 } from "uuid";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import type { EvaluationCycleStatus } from "@/generated/prisma/enums";
import { withOwnPapers, withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import {
  createCycle,
  createFramework,
  createRating,
  createSubject,
  type ShortRatingAnswers,
  smallFrameworkDefinition,
  type TestFramework,
} from "../../factories/evaluations";
import { type Base, type Place, unique } from "./makers";

type Ground = Pick<Base, "organization" | "scope" | "mark" | "score" | "people" | "customerId">;

const frameworks = new Map<string, Promise<TestFramework>>();

/** One published framework for each organization, with its mark in every text. */
function frameworkOf({ organization, scope, mark }: Ground): Promise<TestFramework> {
  const definition = smallFrameworkDefinition();
  for (const competency of definition.competencies) {
    competency.name = { en: `${mark} ${competency.key}` };
    for (const item of competency.items) item.text = { en: `${mark} ${item.key}.` };
  }
  const known =
    frameworks.get(organization.id) ?? createFramework(scope, { name: `${mark} framework`, definition });
  frameworks.set(organization.id, known);
  return known;
}

export type NewCycle = { id: string; cycleId: string; framework: TestFramework };

/** A cycle of the organization's framework that collects ratings; owners and named managers see its reports. */
export async function newCycle(
  of: Ground,
  options: { status?: EvaluationCycleStatus; nominatedBy?: "subject" | "manager" } = {},
): Promise<NewCycle> {
  const cycle = await createCycle(of.scope, {
    framework: await frameworkOf(of),
    name: `${of.mark} cycle ${unique()}`,
    ownersSee: true,
    ...options,
  });
  return { ...cycle, cycleId: cycle.id };
}

export type NewSubject = NewCycle & { subjectId: string; managerMemberId: string };

/** The place's employee in a cycle of its own; named manager is the limited one here, the other one elsewhere. */
export async function newSubject(
  of: Ground,
  place: Place,
  options: Parameters<typeof newCycle>[1] = {},
): Promise<NewSubject> {
  const cycle = await newCycle(of, options);
  const managerMemberId = (place.isHere ? of.people.localManager : of.people.manager).memberId;
  const { id: subjectId } = await createSubject(of.scope, cycle, {
    employeeId: place.employeeId,
    ofLocationId: place.locationId,
    managerMemberId,
  });
  return { ...cycle, id: subjectId, subjectId, managerMemberId };
}

export type NewRating = NewSubject & { ratingId: string; raterId: string; token: string; raterScope: Scope };

/** A rater asked about the place's employee who has not answered, or has sent points of the organization's own. */
export async function newRating(
  of: Ground,
  place: Place,
  options: {
    status?: "proposed" | "approved" | "submitted";
    group?: RaterGroup;
    employeeId?: string;
    memberId?: string;
  } = {},
): Promise<NewRating> {
  const subject = await newSubject(of, place);
  return { ...subject, ...(await addRating(of, subject, options)) };
}

/** One more rater of a subject. */
export async function addRating(
  of: Ground,
  subject: NewSubject,
  options: Parameters<typeof newRating>[2] & { answers?: ShortRatingAnswers } = {},
) {
  const { status = "approved", group = "peer", answers, ...person } = options;
  const point = of.score > 5 ? 5 : 2;
  const sent = { p1: point, p2: point, c1: point, c2: point, more: `${of.mark} words ${unique()}` };
  const rating = await createRating(
    of.scope,
    { id: subject.subjectId, cycle: { id: subject.cycleId, framework: subject.framework } },
    {
      group,
      status,
      answers: answers ?? (status === "submitted" ? sent : {}),
      name: `${of.mark} rater ${unique()}`,
      email: `${of.mark.toLowerCase()}-rater-${unique()}@example.test`,
      ...person,
    },
  );
  return {
    id: rating.id,
    ratingId: rating.id,
    raterId: rating.raterId,
    token: rating.token as string,
    raterScope: makeScope({ organizationId: of.organization.id, actor: "respondent", timeZone: "UTC" }),
  };
}

export type NewReport = NewSubject & { reportId: string };

/** A released report of the place's employee, made of one cell, one figure and one comment. */
export async function newReport(of: Ground, place: Place): Promise<NewReport> {
  const subject = await newSubject(of, place, { status: "closed" });
  const { organizationId, now } = of.scope;
  const reportId = uuidv7();
  const ids = { organizationId, reportId };
  const point = of.score > 5 ? 5 : 2;
  await withScope(of.scope, async (tx) => {
    await tx.evaluationReport.createMany({
      data: {
        organizationId,
        id: reportId,
        subjectId: subject.subjectId,
        number: 1,
        releasedAt: now,
        subjectSeesFrom: now,
        subjectMemberId: place.isHere ? of.people.employee.memberId : null,
        anonymityK: 3,
        commentK: 3,
        gapThreshold: 4 / 3,
        isInCohort: true,
      },
    });
    await tx.evaluationReportCell.createMany({
      data: { ...ids, cell: "peer", groups: ["peer"], position: 0, raters: 4, invited: 5 },
    });
    const items = Object.entries(subject.framework.itemIds).filter(([key]) => key !== "more");
    await tx.evaluationReportFigure.createMany({
      data: items.flatMap(([, itemId]) =>
        ["peer", "total"].map((cell) => ({
          ...ids,
          itemId,
          cell,
          n: 4,
          sum: 4 * point,
          counts: [],
          hasCounts: false,
        })),
      ),
    });
    await tx.evaluationReportComment.createMany({
      data: {
        ...ids,
        itemId: subject.framework.itemIds.more as string,
        cell: "peer",
        position: 0,
        text: `${of.mark} words ${unique()}`,
      },
    });
  });
  return { ...subject, id: reportId, reportId };
}

/** The scope of whoever is this employee, with the papers of that employee and nothing more. */
const eyesOf = (of: Ground, employeeId: string) => makeScope({ ...of.people.employee.scope, employeeId });

export type NewDiaryEntry = { id: string; entryId: string };

/** A diary entry of the place's employee, shown to the manager or to nobody. */
export async function newDiaryEntry(
  of: Ground,
  place: Place,
  { isShared = false }: { isShared?: boolean } = {},
): Promise<NewDiaryEntry> {
  const id = uuidv7();
  await withOwnPapers(eyesOf(of, place.employeeId), (tx) =>
    tx.diaryEntry.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        employeeId: place.employeeId,
        writerMemberId: of.people.employee.memberId,
        happenedOn: of.scope.now,
        whatIDid: `${of.mark} deed ${unique()}`,
        nextTime: `${of.mark} intention ${unique()}`,
        sharedWithMemberId: isShared ? of.people.manager.memberId : null,
        sharedAt: isShared ? of.scope.now : null,
      },
    }),
  );
  return { id, entryId: id };
}

export type NewFeedback = { id: string; feedbackId: string };

/** Feedback to the place's employee from the one of the other place. */
export async function newFeedback(
  of: Ground & { elsewhere: Place; here: Place },
  place: Place,
  options: { status?: "requested" | "given"; isShared?: boolean } = {},
): Promise<NewFeedback> {
  const { status = "given", isShared = false } = options;
  const giver = place.isHere ? of.elsewhere.employeeId : of.here.employeeId;
  const { now } = of.scope;
  const id = uuidv7();
  // The one of the two who has an account.
  await withOwnPapers(eyesOf(of, of.here.employeeId), (tx) =>
    tx.peerFeedback.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        status,
        giverEmployeeId: giver,
        receiverEmployeeId: place.employeeId,
        question: `${of.mark} question ${unique()}`,
        requestedAt: now,
        ...(status === "given" ? { worked: `${of.mark} worked ${unique()}`, givenAt: now } : {}),
        sharedAt: isShared ? now : null,
      },
    }),
  );
  return { id, feedbackId: id };
}

export type NewRecognition = { id: string; recognitionId: string };

/** Thanks of the owner to the place's employee. */
export async function newRecognition(of: Ground, place: Place): Promise<NewRecognition> {
  const id = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.recognition.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        fromMemberId: of.people.owner.memberId,
        toEmployeeId: place.employeeId,
        message: `${of.mark} thanks ${unique()}`,
      },
    }),
  );
  return { id, recognitionId: id };
}

export type NewGoal = NewReport & { goalId: string };

/** A goal in the development plan of the place's employee, whose report is released. */
export async function newGoal(of: Ground, place: Place): Promise<NewGoal> {
  const report = await newReport(of, place);
  const goalId = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.developmentGoal.createMany({
      data: {
        organizationId: of.organization.id,
        id: goalId,
        subjectId: report.subjectId,
        position: 1,
        title: `${of.mark} goal ${unique()}`,
        plan: `${of.mark} plan`,
      },
    }),
  );
  return { ...report, id: goalId, goalId };
}

export type NewImprovementAction = { id: string; actionId: string };

/** A planned improvement action about the place's employee. */
export async function newImprovementAction(of: Ground, place: Place): Promise<NewImprovementAction> {
  const id = uuidv7();
  await withScope(of.scope, (tx) =>
    tx.improvementAction.createMany({
      data: {
        organizationId: of.organization.id,
        id,
        title: `${of.mark} action ${unique()}`,
        description: `${of.mark} reason`,
        employeeId: place.employeeId,
        locationId: place.locationId,
        startsOn: new Date("2026-11-01"),
        reviewOn: new Date("2027-02-01"),
      },
    }),
  );
  return { id, actionId: id };
}

/** A row in each table of evaluations and of what happens between them. */
export async function fillEvaluationTables(of: Ground & { elsewhere: Place; here: Place }): Promise<void> {
  const { here } = of;
  const { raterId } = await newRating(of, here, { status: "submitted" });
  await withScope(of.scope, (tx) =>
    tx.evaluationMail.createMany({
      data: { organizationId: of.organization.id, raterId, kind: "invitation", state: "accepted" },
    }),
  );
  await newGoal(of, here);
  await newImprovementAction(of, here);
  await newDiaryEntry(of, here, { isShared: true });
  await newFeedback(of, here, { isShared: true });
  await newRecognition(of, here);
}

/** The makers of this file for a cast. */
export function evaluationMakers(of: Ground & { elsewhere: Place; here: Place }) {
  return {
    newEvaluationFramework: () => frameworkOf(of),
    newFrameworkOfItsOwn: (name = `${of.mark} framework ${unique()}`) => createFramework(of.scope, { name }),
    newEvaluationCycle: (options?: Parameters<typeof newCycle>[1]) => newCycle(of, options),
    newEvaluationSubject: (place: Place = here(of), options?: Parameters<typeof newSubject>[2]) =>
      newSubject(of, place, options),
    newRating: (place: Place = here(of), options?: Parameters<typeof newRating>[2]) =>
      newRating(of, place, options),
    addRating: (subject: NewSubject, options?: Parameters<typeof addRating>[2]) =>
      addRating(of, subject, options),
    newReport: (place: Place = here(of)) => newReport(of, place),
    newGoal: (place: Place = here(of)) => newGoal(of, place),
    newImprovementAction: (place: Place = here(of)) => newImprovementAction(of, place),
    newDiaryEntry: (place: Place = here(of), options?: Parameters<typeof newDiaryEntry>[2]) =>
      newDiaryEntry(of, place, options),
    newFeedback: (place: Place = here(of), options?: Parameters<typeof newFeedback>[2]) =>
      newFeedback(of, place, options),
    newRecognition: (place: Place = here(of)) => newRecognition(of, place),
  };
}

const here = (of: { here: Place }) => of.here;
