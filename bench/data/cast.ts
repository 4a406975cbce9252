import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import type { Channel, Stage } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";
import { makeApiKey } from "@/server/api/known-keys";
import { closeDatabase, withScope } from "@/server/database";
import { buildEncounterType, buildTouchpoint } from "../../tests/factories/journey";
import { createMember, createOrganization } from "../../tests/factories/organization";
import { buildEmployee, buildLocation, buildTeam } from "../../tests/factories/people";
import { Random } from "../../tests/factories/random";
import { createPublishedSurvey, type PublishedSurvey } from "../../tests/factories/surveys";

export const LOCATIONS = 40;
export const EMPLOYEES = 2000;
export const TOUCHPOINTS = 60;
export const TOUCHPOINTS_OF_LOCATION = 15;
export const TOUCHPOINTS_OF_EMPLOYEE = 5;
export const SEGMENTS = ["Kanta-asiakas", "Yritysasiakas", "Uusi asiakas", "Satunnainen asiakas"];
export const YEARS = 5;
export const MANAGER_EMAIL = "manager@bench.test";
export const SLUG = "bench";
export const TIME_ZONE = "Europe/Helsinki";

const METRICS: MetricKey[] = ["nps", "csat", "ces"];
const CHANNELS: Channel[] = ["in_person", "phone", "web", "chat", "email", "video"];
const STAGES: Stage[] = ["before", "during", "after"];

export type CastEmployee = {
  id: string;
  locationId: string;
  teamId: string;
  /** How much better than the others, in standard deviations of a score. */
  effect: number;
  /** Indexes of the touchpoints where this person works. */
  touchpoints: number[];
};

export type CastTouchpoint = {
  id: string;
  name: string;
  channel: Channel;
  metric: MetricKey;
  effect: number;
  /** The usual kind of encounter, and the rarer one. */
  encounterTypeIds: [string, string];
};

/** The organization without its answers: the same in every database of a bench. */
export type Cast = {
  organizationId: string;
  employees: CastEmployee[];
  touchpoints: CastTouchpoint[];
  surveys: Record<MetricKey, PublishedSurvey>;
  /** A read-write key of the programming interface. */
  apiKey: string;
};

/** Makes the organization with the product's own code, in the database of DATABASE_URL. */
export async function createCast(): Promise<Cast> {
  const random = new Random(20_261_121);
  const createdAt = new Date(Date.now() - (YEARS * 365.25 + 30) * 86_400_000);
  const organization = await createOrganization({
    slug: SLUG,
    name: "Mittatikku Oy",
    timeZone: TIME_ZONE,
    // Customers meet the organization again and again here; none of them is left out.
    quarantineDays: 0,
    createdAt,
    setupDoneAt: createdAt,
  });
  const { scope } = organization;
  const locations = range(LOCATIONS).map((index) =>
    buildLocation(scope, { name: `Toimipiste ${index + 1}`, createdAt }),
  );
  const teams = locations.flatMap((location, index) =>
    range(4).map((team) =>
      buildTeam(scope, { name: `Tiimi ${index + 1}.${team + 1}`, locationId: location.id, createdAt }),
    ),
  );
  const employees = range(EMPLOYEES).map((index) => {
    const location = index % LOCATIONS;
    const number = String(index + 1).padStart(4, "0");
    return {
      effect: random.normal(0, 0.35),
      touchpoints: pickTouchpoints(random, location),
      row: buildEmployee(scope, {
        name: `Työntekijä ${number}`,
        externalReference: `T${number}`,
        locationId: locations[location]?.id as string,
        teamId: teams[location * 4 + (Math.floor(index / LOCATIONS) % 4)]?.id as string,
        createdAt,
      }),
    };
  });
  const encounterTypes = METRICS.flatMap((metric) =>
    ["asiointi", "jälkihoito"].map((name) =>
      buildEncounterType(scope, { name: `${name} (${metric})`, createdAt }),
    ),
  );
  const touchpoints = range(TOUCHPOINTS).map((index) => ({
    metric: METRICS[index % 3] as MetricKey,
    effect: random.normal(0, 0.4),
    encounterTypeIds: [0, 1].map((kind) => encounterTypes[(index % 3) * 2 + kind]?.id) as [string, string],
    row: buildTouchpoint(scope, {
      name: `Kosketuspiste ${index + 1}`,
      stage: STAGES[Math.floor(index / 20)] as Stage,
      channel: CHANNELS[index % 7 < 4 ? 0 : index % 6] as Channel,
      isCritical: index % 12 === 5,
      position: index,
      createdAt,
    }),
  }));
  await withScope(scope, async (tx) => {
    await tx.location.createMany({ data: locations });
    await tx.team.createMany({ data: teams });
    await tx.employee.createMany({ data: employees.map(({ row }) => row) });
    await tx.touchpoint.createMany({ data: touchpoints.map(({ row }) => row) });
    await tx.encounterType.createMany({ data: encounterTypes });
  });
  const surveys = {} as Record<MetricKey, PublishedSurvey>;
  for (const [index, metric] of METRICS.entries()) {
    surveys[metric] = await createPublishedSurvey(scope, {
      name: `Kysely ${metric}`,
      definition: SURVEY_TEMPLATES[metric],
      encounterTypeIds: [0, 1].map((kind) => encounterTypes[index * 2 + kind]?.id as string),
      publishedAt: createdAt,
    });
  }
  await createMember(organization, "manager", { email: MANAGER_EMAIL, name: "Maija Mittaaja" });
  const { key, keyHash, prefix } = makeApiKey();
  await withScope(scope, (tx) =>
    tx.apiKey.createMany({
      data: { organizationId: organization.id, name: "Mittaus", keyHash, prefix, access: "write", createdAt },
    }),
  );
  await closeDatabase();
  return {
    apiKey: key,
    organizationId: organization.id,
    employees: employees.map(({ row, effect, touchpoints: places }) => ({
      id: row.id,
      locationId: row.locationId,
      teamId: row.teamId as string,
      effect,
      touchpoints: places,
    })),
    touchpoints: touchpoints.map(({ row, ...rest }) => ({
      id: row.id,
      name: row.name,
      channel: row.channel,
      ...rest,
    })),
    surveys,
  };
}

/** Some of the touchpoints that the location has; locations beside each other share most of theirs. */
function pickTouchpoints(random: Random, location: number): number[] {
  const start = (location * 7) % TOUCHPOINTS;
  const left = range(TOUCHPOINTS_OF_LOCATION).map((index) => (start + index * 4) % TOUCHPOINTS);
  return range(TOUCHPOINTS_OF_EMPLOYEE).map(
    () => left.splice(random.integer(0, left.length - 1), 1)[0] as number,
  );
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
