import type { Dimension, DimensionFilters } from "@/features/dashboards/schema";
import type { Channel } from "@/generated/prisma/enums";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { buildEncounter, buildInvitation, buildResponse } from "../../factories/encounters";
import { createEncounterType, createTouchpoint } from "../../factories/journey";
import { createOrganization, type TestOrganization } from "../../factories/organization";
import { createEmployee, createLocation } from "../../factories/people";
import type { Random } from "../../factories/random";
import { createPublishedSurvey, type PublishedSurvey } from "../../factories/surveys";

/** One encounter as the test made it: what the database is asked about, known without asking. */
export type Fact = {
  dimensions: Record<Exclude<Dimension, "segment">, string> & { segment: string | null };
  occurredAt: Date;
  sentAt: Date | null;
  expiresAt: Date | null;
  /** What became of it, in the words of the funnel. */
  outcome: string;
  answer: { at: Date; metric: MetricKey; score: number } | null;
  /** An extra scored question of the same metric: never part of a figure. */
  extraScore: number | null;
};

export type FactWorld = {
  organization: TestOrganization;
  locations: { id: string }[];
  employees: { id: string; locationId: string }[];
  touchpoints: { id: string }[];
  encounterTypes: { id: string }[];
  surveys: Record<MetricKey, PublishedSurvey>;
  facts: Fact[];
};

const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];
const CHANNELS: Channel[] = ["in_person", "phone", "chat"];
const SEGMENTS = ["Consumer", "Business", null];
const REASONS = [
  "no_contact",
  "unsubscribed",
  "quarantined",
  "survey_paused",
  "channel_failed",
  "no_survey",
] as const;

/** An organization with a fixed cast and no encounter yet. */
export async function createFactWorld(timeZone: string): Promise<FactWorld> {
  const organization = await createOrganization({ timeZone, minimumN: 5 });
  const { scope } = organization;
  const locations = [await createLocation(scope), await createLocation(scope), await createLocation(scope)];
  const employees = [];
  for (let index = 0; index < 7; index++) {
    const locationId = locations[index % locations.length]?.id ?? "";
    employees.push({ locationId, id: (await createEmployee(scope, { locationId })).id });
  }
  const touchpoints = [
    await createTouchpoint(scope),
    await createTouchpoint(scope),
    await createTouchpoint(scope),
  ];
  const encounterTypes = [await createEncounterType(scope), await createEncounterType(scope)];
  const encounterTypeIds = encounterTypes.map(({ id }) => id);
  const surveys = {} as Record<MetricKey, PublishedSurvey>;
  for (const metric of METRICS)
    surveys[metric] = await createPublishedSurvey(scope, { metric, encounterTypeIds });
  return { organization, locations, employees, touchpoints, encounterTypes, surveys, facts: [] };
}

/** A random attribution; employees sometimes help out at another location. */
function randomDimensions(world: FactWorld, random: Random): Fact["dimensions"] {
  const employee = random.pick(world.employees);
  return {
    touchpoint: random.pick(world.touchpoints).id,
    employee: employee.id,
    location: random.chance(0.9) ? employee.locationId : random.pick(world.locations).id,
    channel: random.pick(CHANNELS),
    encounterType: random.pick(world.encounterTypes).id,
    segment: random.pick(SEGMENTS),
  };
}

/** Random encounters between two instants, answered at random or at the very instants given. */
export function randomFacts(
  world: FactWorld,
  random: Random,
  options: { from: Date; to: Date; now: Date; count: number; answeredAt?: Date[] },
): Fact[] {
  const { from, to, now, count, answeredAt = [] } = options;
  const instants = Array.from({ length: count }, () => {
    const span = to.getTime() - from.getTime();
    return new Date(from.getTime() + Math.floor(random.next() * span));
  });
  return [...instants, ...answeredAt].map((at, index): Fact => {
    const metric = random.pick(METRICS);
    const { min, max } = METRIC_SCALES[metric];
    const isMarked = index >= instants.length;
    const dimensions = randomDimensions(world, random);
    const base = {
      dimensions,
      occurredAt: at,
      sentAt: null,
      expiresAt: null,
      answer: null,
      extraScore: null,
    };
    if (!isMarked && random.chance(0.25)) return { ...base, outcome: random.pick(REASONS) };
    if (!isMarked && random.chance(0.1))
      return { ...base, outcome: random.pick(["scheduled", "not_sent", "undecided"]) };
    // Every instant that was asked for is an answer's; the encounter came some hours before.
    const sentAt = new Date(at.getTime() - random.integer(0, 72) * 3600_000);
    const occurredAt = new Date(sentAt.getTime() - 3600_000);
    const expiresAt = new Date(sentAt.getTime() + 14 * 86_400_000);
    const sent = { ...base, occurredAt, sentAt, expiresAt };
    if (isMarked || random.chance(0.6)) {
      const score = random.integer(min, max);
      const extraScore = random.chance(0.2) ? random.integer(min, max) : null;
      const outcome = expiresAt > now ? "answered_early" : "answered";
      return { ...sent, outcome, answer: { at, metric, score }, extraScore };
    }
    if (random.chance(0.1)) return { ...sent, outcome: "bounced" };
    return { ...sent, outcome: expiresAt > now ? "waiting" : "unanswered" };
  });
}

/** Writes facts to the database and adds them to the world. */
export async function storeFacts(world: FactWorld, facts: Fact[]): Promise<void> {
  const { scope } = world.organization;
  const rows = facts.map((fact) => toRows(world, scope, fact));
  await withScope(scope, async (tx) => {
    await tx.encounter.createMany({ data: rows.map((row) => row.encounter) });
    await tx.invitation.createMany({ data: rows.flatMap((row) => row.invitation ?? []) });
    await tx.response.createMany({ data: rows.flatMap((row) => row.answered?.response ?? []) });
    await tx.answer.createMany({
      data: rows.flatMap((row) => (row.answered ? [row.answered.answer, ...row.extra] : [])),
    });
  });
  world.facts.push(...facts);
}

function toRows(world: FactWorld, scope: Scope, fact: Fact) {
  const { dimensions, occurredAt, outcome } = fact;
  const encounter = buildEncounter(
    scope,
    {
      touchpointId: dimensions.touchpoint,
      employeeId: dimensions.employee,
      locationId: dimensions.location,
      encounterTypeId: dimensions.encounterType,
      channel: dimensions.channel as Channel,
      segment: dimensions.segment,
    },
    { occurredAt, noInvitationReason: REASONS.find((reason) => reason === outcome) ?? null },
  );
  const survey = world.surveys[fact.answer?.metric ?? "nps"];
  const hasInvitation = fact.sentAt !== null || outcome === "scheduled" || outcome === "not_sent";
  const invitation = hasInvitation
    ? buildInvitation(encounter, survey, {
        sendAt: fact.sentAt ?? occurredAt,
        sentAt: fact.sentAt,
        ...(fact.expiresAt ? { expiresAt: fact.expiresAt } : {}),
        status:
          fact.answer !== null
            ? ("answered" as const)
            : outcome === "scheduled" || outcome === "not_sent"
              ? outcome
              : ("sent" as const),
        closedAt: outcome === "answered" || outcome === "unanswered" ? fact.expiresAt : null,
        bouncedAt: outcome === "bounced" ? fact.sentAt : null,
        answeredAt: fact.answer?.at ?? null,
      })
    : null;
  const answered =
    fact.answer && invitation
      ? buildResponse(encounter, survey, {
          token: invitation.token,
          score: fact.answer.score,
          answeredAt: fact.answer.at,
          comment: fact.answer.score % 2 === 0 ? "Kiitos, hyvää palvelua." : null,
        })
      : null;
  return {
    encounter,
    invitation: invitation?.row,
    answered,
    extra:
      answered && fact.extraScore !== null
        ? [
            {
              ...answered.answer,
              isMain: false,
              // Any question but the main one will do for a row that must not be counted.
              questionId: world.surveys[fact.answer?.metric === "nps" ? "csat" : "nps"].questionIds
                .main as string,
              score: fact.extraScore,
            },
          ]
        : [],
  };
}

/** The facts a scope may count, narrowed by filters: the rules once more, in the plainest words. */
export function visibleFacts(world: FactWorld, scope: Scope, filters: DimensionFilters): Fact[] {
  return world.facts.filter(({ dimensions }) => {
    if (scope.locationIds !== null && !scope.locationIds.includes(dimensions.location)) return false;
    if (scope.role === "employee" && scope.employeeId !== dimensions.employee) return false;
    if (scope.role === "consultant") return false;
    return Object.entries(filters).every(
      ([dimension, value]) => value === undefined || dimensions[dimension as Dimension] === value,
    );
  });
}

/** How many of these scores there are, by the score: `{ "7": 3 }`. */
export function countScores(facts: Fact[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { answer } of facts) if (answer) counts[answer.score] = (counts[answer.score] ?? 0) + 1;
  return counts;
}

/** The calendar day of an instant in a zone, by the platform's own calendar, which neither Temporal nor PostgreSQL uses. */
export function localDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
}

/** The Monday or the first of the month of a calendar day. */
export function startOfBucket(day: string, interval: "week" | "month"): string {
  if (interval === "month") return `${day.slice(0, 7)}-01`;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** A filter on each dimension with some probability, mostly on values that exist. */
export function randomFilters(world: FactWorld, random: Random): DimensionFilters {
  const filters: DimensionFilters = {};
  const maybe = (dimension: Dimension, value: string) => {
    if (random.chance(0.25)) filters[dimension] = value;
  };
  maybe("location", random.pick(world.locations).id);
  maybe("touchpoint", random.pick(world.touchpoints).id);
  maybe("employee", random.pick(world.employees).id);
  maybe("channel", random.pick(CHANNELS));
  maybe("encounterType", random.pick(world.encounterTypes).id);
  maybe("segment", random.pick(["Consumer", "Business"]));
  return filters;
}
