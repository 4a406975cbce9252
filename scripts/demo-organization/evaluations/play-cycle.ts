import { v7 as uuidv7 } from "uuid";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { openAllAnswers } from "@/features/evaluation-ratings/answer-access-sql";
import type { Prisma } from "@/generated/prisma/client";
import type { EvaluationCycleStatus } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashToken, makeTokenSeed, raterToken } from "@/server/tokens";
import { createCycle, type TestFramework } from "../../../tests/factories/evaluations";
import type { Random } from "../../../tests/factories/random";
import type { DemoCast } from "../cast";
import { FIRST_NAMES, LAST_NAMES } from "../names";
import { ANSWERS, ASKED, COMMENTS, KINDNESS, MANAGER_COMMENTS, OWN_COMMENTS, PURPOSE } from "./story";

/** Customers who were asked: forty names, the same in every cycle. */
const CUSTOMER_NAMES = FIRST_NAMES.fi
  .slice(0, 40)
  .map((first, index) => `${first} ${LAST_NAMES.fi[(index * 7) % LAST_NAMES.fi.length]}`);

export type DemoEmployee = DemoCast["employees"][number];

/** One cycle of the demo: whom it evaluates, when, and how far it is. */
export type CyclePlan = {
  name: string;
  opensOn: Date;
  closesOn: Date;
  status: EvaluationCycleStatus;
  employees: DemoEmployee[];
  teamIds: string[];
  /** Of those who would answer, how many have by now: 1 in a closed cycle. */
  progress: number;
  /** Asks everybody around, so that her report has all a report can have. */
  asksMany?: DemoEmployee;
  /** Has not got round to it yet. */
  waitsFor?: DemoEmployee;
  /** What others see of a competency in an employee, beyond what everybody sees of her; and how she differs in her own eyes. */
  traits: (employee: DemoEmployee, competencyKey: string) => { seen: number; self: number };
};

type Rows = {
  subjects: Prisma.EvaluationSubjectCreateManyInput[];
  raters: Map<string, Prisma.EvaluationRaterCreateManyInput>;
  ratings: Prisma.EvaluationRatingCreateManyInput[];
  answers: Prisma.EvaluationAnswerCreateManyInput[];
};

/** Plays a cycle: subjects, raters and what they answered. Resolves to the cycle's id. */
export async function playCycle(
  random: Random,
  cast: DemoCast,
  framework: TestFramework,
  plan: CyclePlan,
): Promise<string> {
  const { scope } = cast.organization;
  const { id: cycleId } = await createCycle(
    { ...scope, now: plan.opensOn },
    {
      framework,
      name: plan.name,
      purpose: PURPOSE,
      status: plan.status,
      opensOn: plan.opensOn,
      closesOn: plan.closesOn,
      ownersSee: true,
    },
  );
  const rows: Rows = { subjects: [], raters: new Map(), ratings: [], answers: [] };
  const stage = { random, cast, scope, framework, plan, cycleId, rows };
  for (const employee of plan.employees) addEmployee(stage, employee);
  for (const teamId of plan.teamIds) addTeam(stage, teamId);
  await withScope(scope, async (tx) => {
    await tx.evaluationSubject.createMany({ data: rows.subjects });
    await tx.evaluationRater.createMany({ data: [...rows.raters.values()] });
    await tx.evaluationRating.createMany({ data: rows.ratings });
    await openAllAnswers(tx);
    for (let start = 0; start < rows.answers.length; start += 3000) {
      await tx.evaluationAnswer.createMany({ data: rows.answers.slice(start, start + 3000) });
    }
  });
  return cycleId;
}

type Stage = {
  random: Random;
  cast: DemoCast;
  scope: Scope;
  framework: TestFramework;
  plan: CyclePlan;
  cycleId: string;
  rows: Rows;
};

function addEmployee(stage: Stage, employee: DemoEmployee): void {
  const { random, cast, plan } = stage;
  const subjectId = addSubject(stage, {
    kind: "employee",
    employeeId: employee.row.id as string,
    ofLocationId: employee.row.locationId,
    ofTeamId: employee.row.teamId,
  });
  const person: Seen = {
    level: 3.75 + employee.effect,
    traits: (key) => plan.traits(employee, key),
    said: new Set(),
  };
  rate(stage, subjectId, "self", person, employeeRater(stage, employee));
  rate(stage, subjectId, "manager", person, managerRater(stage));
  const colleagues = cast.employees.filter(
    (other) => other !== employee && other.locationIndex === employee.locationIndex,
  );
  const sameTeam = colleagues.filter(({ row }) => row.teamId === employee.row.teamId);
  // The first of each team leads it: her team are her reports, the rest of the location her peers.
  const asksMany = employee === plan.asksMany;
  const isLead =
    !asksMany && cast.employees.find(({ row }) => row.teamId === employee.row.teamId) === employee;
  const reports = isLead ? sameTeam.slice(0, random.integer(...ASKED.report)) : [];
  const peers = colleagues.filter((other) => !reports.includes(other));
  for (const peer of take(random, peers, asksMany ? peers.length : random.integer(...ASKED.peer)))
    rate(stage, subjectId, "peer", person, employeeRater(stage, peer));
  for (const report of reports) rate(stage, subjectId, "report", person, employeeRater(stage, report));
  for (const name of take(random, CUSTOMER_NAMES, asksMany ? 14 : random.integer(...ASKED.customer)))
    rate(stage, subjectId, "customer", person, customerRater(stage, name));
}

function addTeam(stage: Stage, teamId: string): void {
  const { random, cast } = stage;
  const members = cast.employees.filter(({ row }) => row.teamId === teamId);
  const locationIndex = members[0]?.locationIndex;
  const subjectId = addSubject(stage, {
    kind: "team",
    teamId,
    ofLocationId: members[0]?.row.locationId ?? null,
    ofTeamId: teamId,
  });
  const team: Seen = { level: 3.9, traits: () => ({ seen: 0, self: 0 }), said: new Set() };
  for (const member of members.slice(0, ASKED.member[1]))
    rate(stage, subjectId, "member", team, employeeRater(stage, member));
  const peers = cast.employees.filter(
    ({ row, locationIndex: index }) => row.teamId !== teamId && index === locationIndex,
  );
  for (const peer of take(random, peers, 5)) rate(stage, subjectId, "peer", team, employeeRater(stage, peer));
  for (const name of take(random, CUSTOMER_NAMES, 7))
    rate(stage, subjectId, "customer", team, customerRater(stage, name));
  rate(stage, subjectId, "manager", team, managerRater(stage));
}

function addSubject(
  { scope, cast, plan, cycleId, rows }: Stage,
  subject: Omit<Prisma.EvaluationSubjectCreateManyInput, "organizationId" | "cycleId">,
): string {
  const id = uuidv7();
  rows.subjects.push({
    organizationId: scope.organizationId,
    id,
    cycleId,
    managerMemberId: cast.manager.memberId,
    createdAt: plan.opensOn,
    ...subject,
  });
  return id;
}

/** A subject as its raters see it. */
type Seen = {
  level: number;
  traits: (competencyKey: string) => { seen: number; self: number };
  /** Words that somebody has written already. */
  said: Set<string>;
};

/** One rater about one subject: asked, and, unless too busy, answering. */
function rate(stage: Stage, subjectId: string, group: RaterGroup, seen: Seen, raterId: string): void {
  const { random, scope, plan, rows } = stage;
  const id = uuidv7();
  const isWaitedFor = rows.raters.get(plan.waitsFor?.row.email ?? "")?.id === raterId;
  const hasAnswered = random.chance(ANSWERS[group] * plan.progress) && !isWaitedFor;
  rows.ratings.push({
    organizationId: scope.organizationId,
    id,
    subjectId,
    raterId,
    raterGroup: group,
    status: hasAnswered ? "submitted" : "approved",
  });
  if (hasAnswered) answer(stage, id, group, seen);
}

function answer({ random, scope, framework, rows }: Stage, ratingId: string, group: RaterGroup, seen: Seen) {
  const { definition, itemIds } = framework;
  const leniency = random.normal(0, 0.3);
  const add = (itemKey: string, given: { value?: number; isCannotSay?: boolean; text?: string }) =>
    rows.answers.push({
      organizationId: scope.organizationId,
      ratingId,
      itemId: itemIds[itemKey] as string,
      ...given,
    });
  for (const competency of definition.competencies) {
    const trait = seen.traits(competency.key);
    const level = seen.level + trait.seen + (group === "self" ? trait.self : 0) + KINDNESS[group] + leniency;
    // Customers meet somebody once: much of it they have not seen.
    const unseen = group === "customer" && competency.key !== "presence" ? 0.16 : 0.03;
    for (const item of competency.items) {
      const point = Math.round(level + random.normal(0, 0.65));
      if (group !== "self" && random.chance(unseen)) add(item.key, { isCannotSay: true });
      else add(item.key, { value: Math.min(definition.scale.length, Math.max(1, point)) });
    }
  }
  const words = group === "self" ? OWN_COMMENTS : group === "manager" ? MANAGER_COMMENTS : COMMENTS;
  const talkative = group === "self" || group === "manager" ? 0.8 : group === "customer" ? 0.45 : 0.6;
  for (const question of definition.questions) {
    const said = words[question.key]?.filter((text) => !seen.said.has(text)) ?? [];
    if (said.length === 0 || !random.chance(talkative)) continue;
    const text = random.pick(said);
    seen.said.add(text);
    add(question.key, { text });
  }
}

function employeeRater(stage: Stage, { row }: DemoEmployee): string {
  const { employeeMember } = stage.cast;
  return rater(stage, row.email as string, {
    employeeId: row.id as string,
    // Who has an account is asked by it, and finds the own link there.
    ...(row.id === employeeMember.scope.employeeId ? { memberId: employeeMember.memberId } : {}),
    name: row.name,
    language: "fi",
  });
}

function managerRater(stage: Stage): string {
  return rater(stage, "manager@demo.test", {
    memberId: stage.cast.manager.memberId,
    name: "Esa Esihenkilö",
    language: "fi",
  });
}

function customerRater(stage: Stage, name: string): string {
  const email = `${name
    .normalize("NFD")
    .replace(/[^a-zA-Z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".")}@asiakas.example`;
  return rater(stage, email, { name, language: stage.random.chance(0.1) ? "sv" : "fi" });
}

/** The person's one entry among the cycle's raters. */
function rater(
  { scope, plan, cycleId, rows }: Stage,
  email: string,
  person: { employeeId?: string; memberId?: string; name: string; language: string },
): string {
  const known = rows.raters.get(email);
  if (known) return known.id as string;
  const id = uuidv7();
  const tokenSeed = makeTokenSeed();
  rows.raters.set(email, {
    organizationId: scope.organizationId,
    id,
    cycleId,
    email,
    tokenSeed,
    tokenHash: hashToken(raterToken(id, tokenSeed)),
    createdAt: plan.opensOn,
    invitedAt: plan.opensOn,
    ...person,
  });
  return id;
}

/** Some of a list, each at most once. */
function take<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [taken] = left.splice(random.integer(0, left.length - 1), 1);
    return taken as T;
  });
}
