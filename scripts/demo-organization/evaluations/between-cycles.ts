import { v7 as uuidv7 } from "uuid";
import { withOwnPapers, withScope } from "@/server/database";
import { makeScope } from "@/server/scope";
import type { DemoCast } from "../cast";
import type { DemoEmployee } from "./play-cycle";
import { DIARY, FEEDBACK, GOALS, THANKS } from "./story";

const DAY = 86_400_000;

type Told = { demoEmployee: DemoEmployee; cycleId: string; now: Date };

/** What happened between the cycles around the demo employee: plan, diary, feedback, and thanks on everybody's wall. */
export async function playBetweenCycles(cast: DemoCast, told: Told): Promise<void> {
  await writePlan(cast, told);
  await writePapers(cast, told);
  await giveThanks(cast, told.now);
}

/** The development plan of the last report; its first goal has become an improvement action. */
async function writePlan(cast: DemoCast, { demoEmployee, cycleId, now }: Told): Promise<void> {
  const { scope } = cast.organization;
  const { organizationId } = scope;
  const createdAt = new Date(now.getTime() - 12 * DAY);
  await withScope(scope, async (tx) => {
    const subject = await tx.evaluationSubject.findFirstOrThrow({
      where: { organizationId, cycleId, employeeId: demoEmployee.row.id as string },
      select: { id: true },
    });
    const goals = GOALS.map((goal, index) => ({
      organizationId,
      id: uuidv7(),
      subjectId: subject.id,
      position: index + 1,
      ...goal,
      dueOn: new Date(now.getTime() + (60 + 30 * index) * DAY),
      createdAt,
      updatedAt: createdAt,
      createdByUserId: cast.employeeMember.userId,
    }));
    await tx.developmentGoal.createMany({ data: goals });
    const [first] = goals;
    if (!first) return;
    await tx.improvementAction.createMany({
      data: {
        organizationId,
        title: "Kuunteluparit Tampereella",
        description:
          "Kaksi työntekijää kuuntelee viikoittain toistensa yhden kohtaamisen ja kertoo, missä asiakas jäi kesken.",
        status: "running",
        locationId: demoEmployee.row.locationId,
        responsibleMemberId: cast.manager.memberId,
        startsOn: new Date(now.getTime() - 7 * DAY),
        reviewOn: new Date(now.getTime() + 60 * DAY),
        goalId: first.id,
        createdAt,
        updatedAt: createdAt,
        createdByUserId: cast.manager.userId,
      },
    });
  });
}

/** The demo employee's diary, and feedback between her and colleagues: her own eyes write all of it. */
async function writePapers(cast: DemoCast, { demoEmployee, now }: Told): Promise<void> {
  const { organizationId } = cast.organization.scope;
  const employeeId = demoEmployee.row.id as string;
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const idOf = (name: string) => cast.employees.find(({ row }) => row.name === name)?.row.id as string;
  await withOwnPapers(makeScope({ ...cast.employeeMember.scope, employeeId }), async (tx) => {
    await tx.diaryEntry.createMany({
      data: DIARY.map(({ daysAgo, feelings, whatIDid, nextTime, isShared }) => ({
        organizationId,
        employeeId,
        writerMemberId: cast.employeeMember.memberId,
        happenedOn: ago(daysAgo),
        ownFeelingAtStart: feelings[0],
        ownFeelingAtEnd: feelings[1],
        customerFeelingAtStart: feelings[2],
        customerFeelingAtEnd: feelings[3],
        whatIDid,
        nextTime,
        createdAt: ago(daysAgo),
        updatedAt: ago(daysAgo),
        sharedWithMemberId: isShared ? cast.manager.memberId : null,
        sharedAt: isShared ? ago(daysAgo - 1) : null,
      })),
    });
    await tx.peerFeedback.createMany({
      data: FEEDBACK.map(({ from, to, daysAgo, ...words }) => ({
        organizationId,
        giverEmployeeId: idOf(from),
        receiverEmployeeId: idOf(to),
        status: "worked" in words ? ("given" as const) : ("requested" as const),
        requestedAt: ago(daysAgo),
        givenAt: "worked" in words ? ago(daysAgo - 1) : null,
        ...words,
      })),
    });
  });
}

async function giveThanks(cast: DemoCast, now: Date): Promise<void> {
  const { organizationId } = cast.organization.scope;
  await withScope(cast.organization.scope, (tx) =>
    tx.recognition.createMany({
      data: THANKS.map(({ to, daysAgo, message }, index) => {
        const employee = cast.employees.find(({ row }) => row.name === to);
        return {
          organizationId,
          fromMemberId: [cast.manager, cast.owner, cast.employeeMember][to === "Laura Niemi" ? 0 : index % 3]
            ?.memberId as string,
          toEmployeeId: employee?.row.id as string,
          teamId: employee?.row.teamId ?? null,
          message,
          createdAt: new Date(now.getTime() - daysAgo * DAY),
        };
      }),
    }),
  );
}
