import { v7 as uuidv7 } from "uuid";
import { READY_FORMS } from "@/features/audit-forms/ready-forms/ready-forms";
import type { AuditAnswerValue, AuditFormDefinition } from "@/features/audit-forms/schema";
import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { READY_BEHAVIOURS, type ReadyBehaviourKey } from "@/features/behaviours/ready-behaviours";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { createAuditForm, publishFormVersion } from "../../../tests/factories/audit-forms";
import { createAudit, createProgramme } from "../../../tests/factories/audits";
import { createMember } from "../../../tests/factories/organization";
import type { Random } from "../../../tests/factories/random";
import { spreadEncounters } from "../calendar";
import type { DemoCast } from "../cast";
import { DEMO_MONTHS, LOCATIONS } from "../story";
import { answerForm } from "./answer-form";
import { addLooseEnds } from "./loose-ends";
import { weighFirstSectionMore } from "./second-year";
import { type AuditStage, clockTime, touchpointId } from "./stage";
import {
  AUDITED_TOUCHPOINTS,
  COACHING,
  CONSULTANTS,
  DOUBLE_VISITS,
  LOCATION_EFFECTS,
  OBSERVATIONS,
  PHONE_TOUCHPOINT,
  STRENGTHS,
  SUGGESTIONS,
  SUMMARIES,
  VISITS_PER_TOUCHPOINT_AND_MONTH,
} from "./story";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const READY_BEHAVIOUR_KEYS = Object.keys(READY_BEHAVIOURS) as ReadyBehaviourKey[];
const MONTH = 30.44 * DAY;
const STORE_TOUCHPOINTS = AUDITED_TOUCHPOINTS.filter(({ key }) => key !== "delivery");

/** Plays eighteen months of mystery visits and observations, ending with some that are under way. */
export async function playAudits(
  random: Random,
  cast: DemoCast,
  now: Date,
  foundedAt: Date,
): Promise<number> {
  const scope = { ...cast.organization.scope, now };
  const consultants = await Promise.all(
    CONSULTANTS.map(async ({ name, email, severity, hoursToSubmit }, index) => ({
      severity,
      hoursToSubmit,
      memberId:
        index === 0
          ? cast.consultant.memberId
          : (
              await createMember(cast.organization, "consultant", {
                name,
                email,
                locale: "fi",
                createdAt: foundedAt,
              })
            ).memberId,
    })),
  );
  const forms = await publishForms(scope, foundedAt, now);
  const programmes = await planProgrammes(scope, cast, forms, now, foundedAt);
  const stage: AuditStage = { cast, scope, random, now, consultants, forms, programmes };
  const visits = await playVisits(stage);
  await playDoubleVisits(stage);
  await playObservations(stage);
  await addLooseEnds(stage);
  return visits;
}

async function publishForms(scope: Scope, foundedAt: Date, now: Date): Promise<AuditStage["forms"]> {
  const behaviourIds = await withScope(scope, (tx) => ensureReadyBehaviours(tx, scope, READY_BEHAVIOUR_KEYS));
  const publish = async (key: string) => {
    const ready = READY_FORMS.find((form) => form.key === key);
    if (!ready) throw new Error(`no ready form ${key}`);
    return createAuditForm(scope, {
      name: ready.name.fi ?? key,
      definition: ready.build(behaviourIds),
      publishedAt: foundedAt,
    });
  };
  const encounter = await publish("good-encounter");
  return {
    store: await publish("store-visit"),
    encounter,
    encounterNow: await publishFormVersion(scope, {
      formId: encounter.id,
      number: 2,
      definition: weighFirstSectionMore(encounter.definition),
      publishedAt: new Date(now.getTime() - 6 * MONTH),
    }),
    observation: await publish("open-observation"),
  };
}

async function planProgrammes(
  scope: Scope,
  cast: DemoCast,
  forms: AuditStage["forms"],
  now: Date,
  foundedAt: Date,
): Promise<AuditStage["programmes"]> {
  const attested = {
    attestedByMemberId: cast.owner.memberId,
    attestedByName: "Outi Omistaja",
    attestedAt: foundedAt,
    staffInformedOn: foundedAt,
  };
  const visit = {
    formId: forms.store.id,
    encounterTypeId: cast.encounterTypes.sales.id,
    daysBetweenVisits: 7,
    mostVisitsPerDay: 3,
    ...attested,
  };
  const turn = new Date(now.getTime() - 6 * MONTH);
  const past = await createProgramme(scope, {
    ...visit,
    name: "Myymäläkäynnit, ensimmäinen vuosi",
    status: "ended",
    objective: "Selvittää, miten asiakas kohdataan ovelta kassalle, ja löytää valmennuksen painopisteet.",
    scenario: "Olet uusimassa keittiötä ja haet ensimmäistä kertaa apua suunnitteluun. Budjettisi on avoin.",
    brief:
      "Käyttäydy kuin kuka tahansa asiakas. Älä johdattele. Kirjaa, mitä näit ja kuulit, älä mitä arvelet. Täytä lomake samana päivänä.",
    startsOn: foundedAt,
    endsOn: turn,
  });
  const current = await createProgramme(scope, {
    ...visit,
    name: "Myymäläkäynnit, toinen vuosi",
    objective: "Nähdä, pysyvätkö valmennuksen tulokset ja erottuuko kohtaaminen kilpailijoista.",
    scenario: "Etsit ruokailuryhmää muuttoa varten. Aikaa on kaksi viikkoa, ja toimitus mietityttää sinua.",
    brief:
      "Anna myyjän tehdä aloite. Kysy toimituksesta vain, jos asia ei tule puheeksi. Kirjaa kellonajat tullessa ja lähtiessä.",
    startsOn: turn,
    endsOn: new Date(now.getTime() + 6 * MONTH),
    quiz: [
      {
        key: "role",
        text: "Miten toimit, jos sinut tunnistetaan mysteerikävijäksi?",
        options: [
          { key: "go-on", text: "Jatkan käyntiä niin kuin mitään ei olisi tapahtunut.", isRight: false },
          { key: "stop", text: "Keskeytän käynnin ja ilmoitan toimeksiannon antajalle.", isRight: true },
          { key: "admit", text: "Kerron, kuka minut lähetti, ja pyydän uusia yrityksen.", isRight: false },
        ],
      },
      {
        key: "facts",
        text: "Mitä kirjaat lomakkeelle?",
        options: [
          { key: "seen", text: "Sen, mitä näin ja kuulin.", isRight: true },
          { key: "guess", text: "Sen, mitä myyjä luultavasti ajatteli.", isRight: false },
        ],
      },
    ],
  });
  const delivery = await createProgramme(scope, {
    ...attested,
    formId: forms.encounter.id,
    encounterTypeId: cast.encounterTypes.service.id,
    name: "Toimitukset ja asennukset",
    objective: "Nähdä, noudattaako kumppanin asentaja palvelustandardia asiakkaan kotona.",
    scenario: "Olet tilannut keittiön työtason ja otat asentajan vastaan kotonasi.",
    brief: "Anna asentajan edetä omaan tahtiinsa. Kysy yksi kysymys hoito-ohjeista.",
    startsOn: foundedAt,
    endsOn: new Date(now.getTime() + 6 * MONTH),
  });
  const phone = await createProgramme(scope, {
    formId: forms.encounter.id,
    name: "Puhelinneuvonnan koepuhelut",
    objective: "Kuulla, miten puhelimessa kohdataan asiakas, jolla on kiire.",
    scenario: "Soitat autosta ja tarvitset vastauksen ennen kuin ajat liikkeeseen.",
    brief: "Pidä puhelu alle kymmenessä minuutissa. Henkilökunnalle ei ole kerrottu, joten ketään ei nimetä.",
    startsOn: turn,
    endsOn: new Date(now.getTime() + 3 * MONTH),
    staffInformedOn: null,
  });
  await withScope(scope, async (tx) => {
    await tx.auditTarget.createMany({
      data: cast.locations.flatMap((location) =>
        STORE_TOUCHPOINTS.map(({ key }) => ({
          organizationId: scope.organizationId,
          id: uuidv7(),
          programmeId: current.id,
          locationId: location.id as string,
          touchpointId: touchpointId(cast, key),
          visits: 8,
        })),
      ),
    });
  });
  return { past: past.id, current: current.id, delivery: delivery.id, phone: phone.id };
}

/** How good a visit is, before the auditor's own eye. */
export function drawQuality(
  stage: AuditStage,
  at: Date,
  options: { locationIndex: number; touchpointEffect: number; employeeEffect: number },
): number {
  const monthsAgo = (stage.now.getTime() - at.getTime()) / MONTH;
  const coached = monthsAgo < COACHING.monthsAgo ? COACHING.rise : 0;
  return (
    (LOCATION_EFFECTS[options.locationIndex] ?? 0) +
    options.touchpointEffect +
    0.5 * options.employeeEffect +
    coached +
    stage.random.normal(0, 0.55)
  );
}

export function employeeAt(stage: AuditStage, locationIndex: number) {
  return stage.random.pick(
    stage.cast.employees.filter((employee) => employee.locationIndex === locationIndex),
  );
}

function summaryFor(stage: AuditStage, quality: number): string {
  return stage.random.pick(SUMMARIES[quality > 0.4 ? "good" : quality > -0.5 ? "middling" : "poor"]);
}

/** Answers without the photos, which would need files. */
export function answerVisit(
  stage: AuditStage,
  definition: AuditFormDefinition,
  quality: number,
): Record<string, AuditAnswerValue> {
  return answerForm(stage.random, definition, { quality });
}

function programmeOf(stage: AuditStage, at: Date, visit: { isCall: boolean; isDelivery: boolean }): string {
  const { programmes, now } = stage;
  if (visit.isCall) return programmes.phone;
  if (visit.isDelivery) return programmes.delivery;
  return at.getTime() < now.getTime() - 6 * MONTH ? programmes.past : programmes.current;
}

async function playVisits(stage: AuditStage): Promise<number> {
  const { random, cast, scope, now, consultants, forms } = stage;
  const count = Math.round(
    VISITS_PER_TOUCHPOINT_AND_MONTH * AUDITED_TOUCHPOINTS.length * LOCATIONS.length * DEMO_MONTHS,
  );
  const turn = now.getTime() - 6 * MONTH;
  const until = new Date(now.getTime() - 6 * DAY);
  const moments = spreadEncounters(random, {
    count,
    months: DEMO_MONTHS,
    now: until,
    timeZone: scope.timeZone,
  });
  for (const [index, visitStartedAt] of moments.entries()) {
    const isCall = index % 9 === 4 && visitStartedAt.getTime() > turn;
    const locationIndex = index % LOCATIONS.length;
    const touchpoint = random.pick(AUDITED_TOUCHPOINTS);
    const employee = employeeAt(stage, locationIndex);
    const drawn = random.pick(consultants);
    // Lately the first one has kept away from the stores where visits of hers are due, so that they can be started.
    const isLately = visitStartedAt.getTime() > now.getTime() - 14 * DAY;
    const isDue = locationIndex === 1 || locationIndex === 3;
    const consultant = drawn === consultants[0] && isDue && isLately ? (consultants[2] ?? drawn) : drawn;
    const quality = drawQuality(stage, visitStartedAt, {
      locationIndex,
      touchpointEffect: isCall ? 0 : touchpoint.effect,
      employeeEffect: employee.effect,
    });
    const isDelivery = !isCall && touchpoint.key === "delivery";
    const isSecondYear = visitStartedAt.getTime() >= now.getTime() - 6 * MONTH;
    const encounterForm = isSecondYear ? forms.encounterNow : forms.encounter;
    const form = isCall || isDelivery ? encounterForm : forms.store;
    const submittedAt = new Date(
      visitStartedAt.getTime() + consultant.hoursToSubmit * HOUR * (0.4 + 1.4 * random.next()),
    );
    const wasReturned = random.chance(0.08);
    await createAudit(scope, {
      form,
      programmeId: programmeOf(stage, visitStartedAt, { isCall, isDelivery }),
      auditorMemberId: consultant.memberId,
      reviewerMemberId: cast.owner.memberId,
      locationId: cast.locations[locationIndex]?.id as string,
      touchpointId: touchpointId(cast, isCall ? PHONE_TOUCHPOINT : touchpoint.key),
      encounterTypeId: isCall || isDelivery ? cast.encounterTypes.service.id : cast.encounterTypes.sales.id,
      employeeId: isCall ? null : (employee.row.id as string),
      teamId: isCall ? null : ((employee.row.teamId as string | null) ?? null),
      visitStartedAt,
      submittedAt,
      publishedAt: new Date(submittedAt.getTime() + DAY * (1 + random.next())),
      timesReturned: wasReturned ? 1 : 0,
      summary: summaryFor(stage, quality),
      ...(quality > 0.2 && random.chance(0.5) ? { strengths: random.pick(STRENGTHS) } : {}),
      ...(quality < 0 && random.chance(0.5) ? { suggestions: random.pick(SUGGESTIONS) } : {}),
      answers: answerVisit(stage, form.definition, quality - consultant.severity),
    });
  }
  return moments.length;
}

/** Two consultants at the same visit, who see the same and do not always judge it alike. */
async function playDoubleVisits(stage: AuditStage): Promise<void> {
  const { random, cast, scope, now, consultants, forms, programmes } = stage;
  for (let index = 0; index < DOUBLE_VISITS; index += 1) {
    const visitStartedAt = clockTime(stage, 20 + index * 17, 11 + (index % 5));
    const locationIndex = index % LOCATIONS.length;
    const employee = employeeAt(stage, locationIndex);
    const doubleVisitId = uuidv7();
    const quality = drawQuality(stage, visitStartedAt, {
      locationIndex,
      touchpointEffect: 0,
      employeeEffect: employee.effect,
    });
    const seen = answerForm(random, forms.store.definition, { quality, noise: 1.1 });
    for (const consultant of consultants.slice(0, 2)) {
      const own = answerVisit(stage, forms.store.definition, quality - consultant.severity);
      const answers = Object.fromEntries(
        Object.entries(seen).map(([key, answer]) => [
          key,
          random.chance(0.8) ? answer : (own[key] ?? answer),
        ]),
      );
      await createAudit(scope, {
        form: forms.store,
        programmeId:
          visitStartedAt.getTime() < now.getTime() - 6 * MONTH ? programmes.past : programmes.current,
        doubleVisitId,
        auditorMemberId: consultant.memberId,
        reviewerMemberId: cast.owner.memberId,
        locationId: cast.locations[locationIndex]?.id as string,
        touchpointId: touchpointId(cast, "sales"),
        encounterTypeId: cast.encounterTypes.sales.id,
        employeeId: employee.row.id as string,
        visitStartedAt,
        submittedAt: new Date(visitStartedAt.getTime() + consultant.hoursToSubmit * HOUR),
        summary: summaryFor(stage, quality),
        answers,
      });
    }
  }
}

/** Observed openly by the supervisor: employees do better when they know that they are watched. */
async function playObservations(stage: AuditStage): Promise<void> {
  const { cast, scope, now, random, forms } = stage;
  const moments = spreadEncounters(random, {
    count: OBSERVATIONS,
    months: DEMO_MONTHS,
    now: new Date(now.getTime() - 8 * DAY),
    timeZone: scope.timeZone,
  });
  for (const [index, visitStartedAt] of moments.entries()) {
    const locationIndex = index % LOCATIONS.length;
    const employee = employeeAt(stage, locationIndex);
    const quality = drawQuality(stage, visitStartedAt, {
      locationIndex,
      touchpointEffect: 0.5,
      employeeEffect: employee.effect,
    });
    await createAudit(scope, {
      kind: "observation",
      form: forms.observation,
      auditorMemberId: cast.manager.memberId,
      reviewerMemberId: cast.manager.memberId,
      locationId: cast.locations[locationIndex]?.id as string,
      touchpointId: touchpointId(cast, random.pick(STORE_TOUCHPOINTS).key),
      encounterTypeId: cast.encounterTypes.sales.id,
      employeeId: employee.row.id as string,
      teamId: (employee.row.teamId as string | null) ?? null,
      visitStartedAt,
      summary: summaryFor(stage, quality),
      answers: answerVisit(stage, forms.observation.definition, quality),
    });
  }
}
