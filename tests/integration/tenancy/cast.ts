import { rollUp } from "@/features/dashboards/commands/roll-up";
import { withScope } from "@/server/database";
import { querySql } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { newAnswerImport, newSavedMapping } from "./answer-imports";
import { fillAuditTables } from "./audit-rows";
import { evaluationMakers, fillEvaluationTables } from "./evaluation-rows";
import { type Base, createSession, makers, type Person, type Place } from "./makers";

/** What tells the two organizations apart, in whatever is shown of them. */
type Character = { mark: string; score: number; language: string; minimumN: number };
export const NORTH: Character = { mark: "North", score: 9, language: "en", minimumN: 7 };
export const SOUTH: Character = { mark: "South", score: 2, language: "sv", minimumN: 70 };

/**
 * An organization with a cast in every role, one row or more in every table, and makers of further things. Every name in
 * it contains `mark`, and every answer has the score `score`: what is seen of it where it must not be is recognised.
 */
export async function createCast(character: Character, superuserUrl: string) {
  const { mark, language, minimumN } = character;
  const small = await createSmallOrganization({ slug: mark.toLowerCase(), name: mark, language, minimumN });
  const { organization, scope, survey } = small;
  await markNames(superuserUrl, organization.id, mark);
  const withSession = async (member: Omit<Person, "sessionId">): Promise<Person> => ({
    ...member,
    sessionId: await createSession(member.userId),
  });
  const people = {
    owner: await withSession(small.owner),
    manager: await withSession(small.manager),
    localManager: await withSession(small.localManager),
    consultant: await withSession(small.consultant),
    employee: await withSession(small.employeeMember),
  };
  const here: Place = { isHere: true, locationId: small.location.id, employeeId: small.employee.id };
  const elsewhere: Place = {
    isHere: false,
    locationId: small.otherLocation.id,
    employeeId: small.otherEmployee.id,
  };
  const base = {
    ...character,
    organization,
    scope,
    slug: organization.slug,
    survey,
    people,
    here,
    elsewhere,
  };
  const ids = {
    touchpointId: small.touchpoint.id,
    otherTouchpointId: small.otherTouchpoint.id,
    encounterTypeId: small.encounterType.id,
    customerId: small.customer.id,
    teamId: small.team.id,
  };
  const cast = { ...base, ...ids, ...makers({ ...base, ...ids }), ...evaluationMakers({ ...base, ...ids }) };
  await cast.newAnswer(here);
  await cast.newAnswer(elsewhere);
  await fillOtherTables(cast);
  await fillAuditTables(cast, here);
  await fillEvaluationTables(cast);
  await newAnswerImport(cast, "finished");
  await newAnswerImport(cast);
  await newSavedMapping(cast);
  // Some of it is counted, some only noted.
  await rollUp(scope);
  await cast.newAnswer(here);
  return cast;
}

export type Cast = Awaited<ReturnType<typeof createCast>>;

async function markNames(superuserUrl: string, organizationId: string, mark: string) {
  for (const table of [
    "locations",
    "teams",
    "employees",
    "touchpoints",
    "encounter_types",
    "customers",
    "surveys",
  ]) {
    await querySql(superuserUrl, `update ${table} set name = $2 || ' ' || name where organization_id = $1`, [
      organizationId,
      mark,
    ]);
  }
  await querySql(
    superuserUrl,
    `update users set name = $2 || ' ' || name
      where id in (select user_id from members where organization_id = $1)`,
    [organizationId, mark],
  );
}

type Filled = Pick<Base, "scope" | "survey" | "here" | "mark" | "people"> & ReturnType<typeof makers>;

/** A row in the tables that nothing above writes to. */
async function fillOtherTables(cast: Filled) {
  const { scope, survey, here } = cast;
  const { organizationId } = scope;
  await cast.newSuppressedCustomer();
  await cast.newSurvey();
  await cast.newMemberInvitation();
  await cast.newUser();
  await cast.newInvitation(here, { isQueued: true });
  await cast.newImport(here, { status: "finished" });
  await cast.newApiKey();
  await cast.newBehaviour();
  const { response } = await cast.newAnswer(here);
  await withScope(scope, async (tx) => {
    await tx.chosenOption.create({
      data: {
        organizationId,
        responseId: response.id,
        questionId: survey.questionIds.main as string,
        optionKey: `${cast.mark} option`,
      },
      select: { optionKey: true },
    });
    await tx.importMapping.create({
      data: { organizationId, kind: "customers", mapping: {} },
      select: { kind: true },
    });
    await tx.digestMail.create({
      data: {
        organizationId,
        memberId: cast.people.manager.memberId,
        weekStart: new Date("2026-01-05"),
        state: "accepted",
      },
      select: { state: true },
    });
    await tx.activityEvent.create({
      data: {
        organizationId,
        userId: cast.people.manager.userId,
        action: "location.created",
        subjectType: "location",
        subjectId: here.locationId,
        detail: { name: `${cast.mark} location` },
      },
      select: { id: true },
    });
  });
}
