import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { READY_BEHAVIOURS, type ReadyBehaviourKey } from "@/features/behaviours/ready-behaviours";
import type { SurveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { withScope } from "@/server/database";
import { buildEncounterType, buildTouchpoint } from "../../tests/factories/journey";
import { createMember, createOrganization } from "../../tests/factories/organization";
import { buildEmployee, buildLocation, buildTeam } from "../../tests/factories/people";
import { createPublishedSurvey, type PublishedSurvey } from "../../tests/factories/surveys";
import { EMPLOYEES } from "./names";
import { ENCOUNTER_TYPES, LOCATIONS, TEAMS, TOUCHPOINTS } from "./story";

/** Employees with an account of their own besides the demo employee, whom she can ask for feedback. */
const COLLEAGUES = ["Mari Jokinen", "Antti Rantanen", "Hanna Peltonen", "Tuomas Aalto"];

type TypeKey = keyof typeof ENCOUNTER_TYPES;

/** `listeningId` is the behaviour that audits and evaluations look at, too. */
const salesDefinition = (listeningId: string | undefined): SurveyDefinition => ({
  ...SURVEY_TEMPLATES.nps,
  questions: [
    {
      kind: "score" as const,
      key: "listening",
      metric: "csat" as const,
      ...(listeningId ? { behaviourId: listeningId } : {}),
      text: {
        fi: "Kuinka tyytyväinen olet siihen, miten tarpeitasi kuunneltiin?",
        sv: "Hur nöjd är du med hur vi lyssnade på dina behov?",
        en: "How satisfied are you with how we listened to your needs?",
      },
      lowLabel: SURVEY_TEMPLATES.csat.main.lowLabel,
      highLabel: SURVEY_TEMPLATES.csat.main.highLabel,
    },
    {
      kind: "choice" as const,
      key: "next-step",
      isMultiple: false,
      text: {
        fi: "Mitä teit kohtaamisen jälkeen?",
        sv: "Vad gjorde du efter mötet?",
        en: "What did you do after the encounter?",
      },
      options: [
        { key: "bought", text: { fi: "Ostin heti", sv: "Köpte genast", en: "Bought at once" } },
        {
          key: "later",
          text: { fi: "Aion ostaa myöhemmin", sv: "Tänker köpa senare", en: "Will buy later" },
        },
        { key: "undecided", text: { fi: "Mietin vielä", sv: "Funderar ännu", en: "Still thinking" } },
        {
          key: "elsewhere",
          text: { fi: "Ostin muualta", sv: "Köpte någon annanstans", en: "Bought elsewhere" },
        },
      ],
    },
  ],
});

/** The demo organization's structure: places, people, journey, surveys and the members who sign in. */
export async function createDemoCast(foundedAt: Date) {
  const organization = await createOrganization({
    slug: "kotikulma",
    name: "Kotikulma",
    senderName: "Kotikulma",
    replyTo: "palaute@kotikulma.example",
    accentColor: "#1d5c63",
    createdAt: foundedAt,
    setupDoneAt: foundedAt,
  });
  const { scope } = organization;

  const locations = LOCATIONS.map(({ name, address }) =>
    buildLocation(scope, { name, address, createdAt: foundedAt }),
  );
  const teams = locations.flatMap((location) =>
    TEAMS.map((name) =>
      buildTeam(scope, { name: `${name} ${location.name.split(" ")[0]}`, locationId: location.id }),
    ),
  );
  const employees = EMPLOYEES.flatMap((list, locationIndex) =>
    list.map(({ name, effect }, index) => ({
      effect: effect + (LOCATIONS[locationIndex]?.effect ?? 0),
      locationIndex,
      row: buildEmployee(scope, {
        name,
        email: `${asciiName(name)}@kotikulma.example`,
        title: index % 2 === 0 ? "Myyntiasiantuntija" : "Palveluneuvoja",
        externalReference: `K${locationIndex + 1}${String(index + 1).padStart(2, "0")}`,
        locationId: locations[locationIndex]?.id as string,
        teamId: teams[locationIndex * TEAMS.length + (index % TEAMS.length)]?.id ?? null,
        createdAt: foundedAt,
      }),
    })),
  );
  const touchpoints = TOUCHPOINTS.map((touchpoint, index) => ({
    ...touchpoint,
    row: buildTouchpoint(scope, {
      name: touchpoint.name,
      publicNames: touchpoint.publicNames,
      stage: touchpoint.stage,
      channel: touchpoint.channel,
      isCritical: touchpoint.isCritical,
      position: index,
      createdAt: foundedAt,
    }),
  }));
  const encounterTypes = Object.fromEntries(
    Object.entries(ENCOUNTER_TYPES).map(([key, { name, description }]) => [
      key,
      buildEncounterType(scope, { name, description, createdAt: foundedAt }),
    ]),
  ) as Record<TypeKey, ReturnType<typeof buildEncounterType>>;

  await withScope(scope, async (tx) => {
    await tx.location.createMany({ data: locations });
    await tx.team.createMany({ data: teams });
    await tx.employee.createMany({ data: employees.map((employee) => employee.row) });
    await tx.touchpoint.createMany({ data: touchpoints.map((touchpoint) => touchpoint.row) });
    await tx.encounterType.createMany({ data: Object.values(encounterTypes) });
  });

  const { listening } = await withScope(scope, (tx) =>
    ensureReadyBehaviours(tx, scope, Object.keys(READY_BEHAVIOURS) as ReadyBehaviourKey[]),
  );
  const surveys: Record<TypeKey, PublishedSurvey & { delayMinutes: number }> = {
    sales: {
      ...(await createPublishedSurvey(scope, {
        name: "Myyntikohtaamisen suositteluhalukkuus",
        definition: salesDefinition(listening),
        encounterTypeIds: [encounterTypes.sales.id],
        delayMinutes: 120,
        publishedAt: foundedAt,
      })),
      delayMinutes: 120,
    },
    service: {
      ...(await createPublishedSurvey(scope, {
        name: "Palvelun tyytyväisyys",
        metric: "csat",
        encounterTypeIds: [encounterTypes.service.id],
        delayMinutes: 60,
        publishedAt: foundedAt,
      })),
      delayMinutes: 60,
    },
    support: {
      ...(await createPublishedSurvey(scope, {
        name: "Asian hoitamisen helppous",
        metric: "ces",
        encounterTypeIds: [encounterTypes.support.id],
        delayMinutes: 30,
        publishedAt: foundedAt,
      })),
      delayMinutes: 30,
    },
  };

  const demoEmployee = employees.find((employee) => employee.row.name === "Laura Niemi");
  const owner = await createMember(organization, "owner", {
    email: "owner@demo.test",
    name: "Outi Omistaja",
    locale: "fi",
    createdAt: foundedAt,
  });
  const manager = await createMember(organization, "manager", {
    email: "manager@demo.test",
    name: "Esa Esihenkilö",
    locale: "fi",
    createdAt: foundedAt,
  });
  const consultant = await createMember(organization, "consultant", {
    email: "consultant@demo.test",
    name: "Kirsi Konsultti",
    locale: "fi",
    createdAt: foundedAt,
  });
  const employeeMember = await createMember(organization, "employee", {
    email: "employee@demo.test",
    name: "Laura Niemi",
    locale: "fi",
    createdAt: foundedAt,
    employeeId: demoEmployee?.row.id as string,
  });

  for (const name of COLLEAGUES) {
    await createMember(organization, "employee", {
      email: `${asciiName(name)}@demo.test`,
      name,
      locale: "fi",
      createdAt: foundedAt,
      employeeId: employees.find((employee) => employee.row.name === name)?.row.id as string,
    });
  }

  return {
    organization,
    locations,
    employees,
    touchpoints,
    encounterTypes,
    surveys,
    owner,
    manager,
    consultant,
    employeeMember,
  };
}
export type DemoCast = Awaited<ReturnType<typeof createDemoCast>>;

/** A second, empty organization of the same owner and consultant: shows the guided set-up and the switch. */
export async function createEmptyOrganization(cast: DemoCast): Promise<void> {
  const organization = await createOrganization({ slug: "saimaan-tilit", name: "Saimaan Tilit Oy" });
  await createMember(organization, "owner", { userId: cast.owner.userId });
  await createMember(organization, "consultant", { userId: cast.consultant.userId });
}

export function asciiName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^a-zA-Z -]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[ -]+/g, ".");
}
