import type { EvaluationCycleStatus } from "@/generated/prisma/enums";
import type { Scope } from "@/server/scope";
import { querySql } from "../../database";
import { createCycle, createSubject } from "../../factories/evaluations";
import { createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

let counter = 0;

/** A small organization with a cycle in which the employee is the subject and the local manager its named manager. */
export async function tellStory(
  options: { status?: EvaluationCycleStatus; nominatedBy?: "subject" | "manager"; closesOn?: Date } = {},
) {
  const world = await createSmallOrganization({ name: "Kotikulma", language: "fi" });
  const { scope, employee, localManager, location } = world;
  const cycle = await createCycle(scope, {
    name: "Syksy",
    nominatedBy: "subject",
    status: "collecting",
    ...options,
  });
  const subject = await createSubject(scope, cycle, {
    employeeId: employee.id,
    ofLocationId: location.id,
    managerMemberId: localManager.memberId,
  });
  return { ...world, cycle, subject, newColleague: () => newColleague(scope, location.id) };
}

/** An employee with an address. */
export function newColleague(scope: Scope, locationId: string, overrides: { name?: string } = {}) {
  counter += 1;
  return createEmployee(scope, { locationId, email: `colleague-${counter}@example.test`, ...overrides });
}

/** The ratings of a subject as they are stored, by group. */
export function ratingsOf(url: string, subjectId: string) {
  return querySql<{
    id: string;
    group: string;
    status: string;
    withdrawn: boolean;
    name: string;
    email: string;
    invited: boolean;
    raterId: string;
  }>(
    url,
    `select g.id, g.rater_group::text as group, g.status::text, g.withdrawn_at is not null as withdrawn, r.name, r.email,
            r.invited_at is not null as invited, r.id as "raterId"
       from evaluation_ratings g join evaluation_raters r on r.organization_id = g.organization_id and r.id = g.rater_id
      where g.subject_id = $1 order by g.rater_group, r.name`,
    [subjectId],
  );
}

/** The mails of a cycle's raters as they are stored. */
export function mailsOf(url: string, cycleId: string) {
  return querySql<{ id: string; kind: string; occasion: string; state: string; email: string }>(
    url,
    `select m.id, m.kind, m.occasion, m.state::text, r.email
       from evaluation_mails m join evaluation_raters r on r.organization_id = m.organization_id and r.id = m.rater_id
      where r.cycle_id = $1 order by m.created_at, m.id`,
    [cycleId],
  );
}
