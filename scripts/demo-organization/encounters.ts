import { scoreBand } from "@/features/surveys/schema";
import type { Prisma } from "@/generated/prisma/client";
import {
  type BuiltEncounter,
  buildEncounter,
  buildInvitation,
  buildResponse,
} from "../../tests/factories/encounters";
import type { Random } from "../../tests/factories/random";
import { spreadEncounters } from "./calendar";
import type { DemoCast } from "./cast";
import type { DemoCustomer } from "./customers";
import { drawExperience, scoreFor, writeComment, writeFollowUp } from "./experience";
import { DEMO_ENCOUNTERS, DEMO_MONTHS, LOCATIONS, SELECTIVE_EMPLOYEE } from "./story";

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const QUARANTINE_DAYS = 30;
const REMINDER_AFTER_DAYS = 3;
const FRESH_ENCOUNTERS = 14;
/** Mails due in the last hours have not left yet: nothing was running. */
const NOT_YET_SENT_HOURS = 2;
const RESPONSE_RATE = { fi: 0.47, sv: 0.43, en: 0.38 };

/** Everything that happened in the demo organization, as rows for bulk insertion. */
export type DemoHistory = {
  encounters: Prisma.EncounterCreateManyInput[];
  invitations: Prisma.InvitationCreateManyInput[];
  mails: Prisma.InvitationMailCreateManyInput[];
  responses: Prisma.ResponseCreateManyInput[];
  answers: Prisma.AnswerCreateManyInput[];
  choices: Prisma.ChosenOptionCreateManyInput[];
  /** Addresses that unsubscribed or turned out undeliverable. */
  suppressed: { email: string; reason: "unsubscribed" | "undeliverable"; at: Date }[];
  /** Mails that have not left yet: the worker gets jobs for them. */
  waiting: { invitationId: string; kind: "invitation" | "first_reminder"; runAt: Date }[];
};

/** Plays the organization's months encounter by encounter; `share` of all encounters, spread the same way. */
export function playHistory(
  random: Random,
  cast: DemoCast,
  customers: DemoCustomer[],
  now: Date,
  share = 1,
): DemoHistory {
  const history: DemoHistory = {
    encounters: [],
    invitations: [],
    mails: [],
    responses: [],
    answers: [],
    choices: [],
    suppressed: [],
    waiting: [],
  };
  const moments = spreadEncounters(random, {
    count: Math.round(DEMO_ENCOUNTERS * share),
    months: DEMO_MONTHS,
    now,
    timeZone: cast.organization.scope.timeZone,
  });
  // A few of the last hours, so that the worker has mails to send as soon as the demo runs, whatever the time of day.
  const fresh = Array.from(
    { length: FRESH_ENCOUNTERS },
    () => new Date(now.getTime() - random.integer(5, 110) * 60_000),
  );
  for (const occurredAt of [...moments, ...fresh.sort((a, b) => a.getTime() - b.getTime())]) {
    playEncounter(random, cast, customers, history, occurredAt, now);
  }
  return history;
}

function playEncounter(
  random: Random,
  cast: DemoCast,
  customers: DemoCustomer[],
  history: DemoHistory,
  occurredAt: Date,
  now: Date,
): void {
  const touchpoint = random.pickWeighted(
    cast.touchpoints.map((candidate) => [candidate, candidate.share] as const),
  );
  const locationIndex = random.pickWeighted(
    LOCATIONS.map((location, index) => [index, location.share] as const),
  );
  const employee = random.pick(
    cast.employees.filter((candidate) => candidate.locationIndex === locationIndex),
  );
  const survey = cast.surveys[touchpoint.type];
  const experience = drawExperience(random, { touchpoint, employeeEffect: employee.effect, occurredAt, now });
  // The selective employee "forgets" the customer's contact when the encounter went badly.
  const leavesContactOut =
    employee.row.name === SELECTIVE_EMPLOYEE ? experience < 0.35 && random.chance(0.85) : random.chance(0.05);
  const customer = leavesContactOut ? null : random.pick(customers);
  const encounter = buildEncounter(
    cast.organization.scope,
    {
      touchpointId: touchpoint.row.id,
      employeeId: employee.row.id,
      locationId: employee.row.locationId,
      teamId: employee.row.teamId ?? null,
      encounterTypeId: cast.encounterTypes[touchpoint.type].id,
      channel: touchpoint.channel,
      segment: customer?.row.segment ?? null,
    },
    {
      occurredAt,
      createdAt: new Date(occurredAt.getTime() + 5 * 60_000),
      customerId: customer?.row.id ?? null,
      externalReference: `E${String(history.encounters.length + 1).padStart(6, "0")}`,
      source: "csv",
    },
  );
  const refusal = refuseInvitation(random, customer, occurredAt);
  history.encounters.push({ ...encounter, ...refusal });
  if (refusal || !customer) return;
  invite({ random, cast, customer, encounter, survey, history, now, touchpoint, employee, experience });
}

function refuseInvitation(
  random: Random,
  customer: DemoCustomer | null,
  occurredAt: Date,
): Pick<Prisma.EncounterCreateManyInput, "noInvitationReason" | "quarantinedUntil"> | null {
  if (!customer?.row.email) return { noInvitationReason: "no_contact" };
  if (customer.row.consent === "refused") return { noInvitationReason: "no_consent" };
  if (customer.unsubscribedAt && customer.unsubscribedAt < occurredAt)
    return { noInvitationReason: "unsubscribed" };
  if (customer.lastInvitedAt) {
    const quarantinedUntil = new Date(customer.lastInvitedAt.getTime() + QUARANTINE_DAYS * DAY);
    if (quarantinedUntil > occurredAt) return { noInvitationReason: "quarantined", quarantinedUntil };
  }
  return random.chance(0.004) ? { noInvitationReason: "channel_failed" } : null;
}

function invite(context: {
  random: Random;
  cast: DemoCast;
  customer: DemoCustomer;
  encounter: BuiltEncounter;
  survey: DemoCast["surveys"]["sales"];
  history: DemoHistory;
  now: Date;
  touchpoint: DemoCast["touchpoints"][number];
  employee: DemoCast["employees"][number];
  experience: number;
}): void {
  const { random, customer, encounter, survey, history, now } = context;
  const language = customer.row.language as "fi" | "sv" | "en";
  const sendAt = new Date(new Date(encounter.occurredAt).getTime() + survey.delayMinutes * 60_000);
  const isWaiting = sendAt.getTime() > now.getTime() - NOT_YET_SENT_HOURS * HOUR;
  const { row, token } = buildInvitation(encounter, survey, {
    language,
    sendAt,
    sentAt: isWaiting ? null : sendAt,
    status: isWaiting ? "scheduled" : "sent",
  });
  if (!isWaiting && row.expiresAt <= now) row.closedAt = row.expiresAt;
  customer.lastInvitedAt = sendAt;
  history.invitations.push(row);
  const mail = { organizationId: row.organizationId, invitationId: row.id, createdAt: row.createdAt };
  if (isWaiting) {
    history.mails.push({ ...mail, kind: "invitation", state: "queued" });
    history.waiting.push({ invitationId: row.id, kind: "invitation", runAt: sendAt });
    return;
  }
  history.mails.push({
    ...mail,
    kind: "invitation",
    state: "accepted",
    attempts: 1,
    handedOverAt: sendAt,
    acceptedAt: sendAt,
    serverReply: "250 OK",
  });

  const answeredAt = random.chance(RESPONSE_RATE[language] + (Math.abs(context.experience) > 1.3 ? 0.06 : 0))
    ? new Date(sendAt.getTime() + answerDelay(random))
    : null;
  const remindAt = new Date(sendAt.getTime() + REMINDER_AFTER_DAYS * DAY);
  if (!answeredAt || answeredAt > remindAt) {
    if (remindAt <= now) {
      history.mails.push({
        ...mail,
        kind: "first_reminder",
        state: "accepted",
        attempts: 1,
        createdAt: remindAt,
        handedOverAt: remindAt,
        acceptedAt: remindAt,
        serverReply: "250 OK",
      });
    } else if (!answeredAt || answeredAt > now) {
      history.mails.push({ ...mail, kind: "first_reminder", state: "queued" });
      history.waiting.push({ invitationId: row.id, kind: "first_reminder", runAt: remindAt });
    }
  }
  if (answeredAt && answeredAt <= now && answeredAt < row.expiresAt) {
    row.status = "answered";
    history.invitations[history.invitations.length - 1] = { ...row, answeredAt };
    answer({ ...context, token, answeredAt, language });
  } else if (customer.row.email && random.chance(0.018)) {
    customer.unsubscribedAt = sendAt;
    history.suppressed.push({ email: customer.row.email, reason: "unsubscribed", at: sendAt });
  }
}

/** Most answer within hours; some only after the reminder. */
function answerDelay(random: Random): number {
  const days = random.chance(0.8)
    ? -Math.log(1 - random.next()) * 0.4
    : REMINDER_AFTER_DAYS + random.next() * 4;
  return Math.max(2 * 60_000, days * DAY);
}

function answer(
  context: Parameters<typeof invite>[0] & { token: string; answeredAt: Date; language: "fi" | "sv" | "en" },
) {
  const { random, survey, history, experience, touchpoint, language } = context;
  const { metric } = survey.definition.main;
  const score = scoreFor(metric, experience);
  const isComplete = random.chance(0.78);
  const { response, answer: mainAnswer } = buildResponse(context.encounter, survey, {
    token: context.token,
    score,
    answeredAt: context.answeredAt,
    language,
    completedAt: isComplete ? new Date(context.answeredAt.getTime() + random.integer(15, 180) * 1000) : null,
    followUp: isComplete
      ? writeFollowUp(random, {
          language,
          band: scoreBand(metric, score),
          touchpoint: touchpoint.key,
          employee: context.employee.row.name,
        })
      : null,
    comment: isComplete ? writeComment(random, language) : null,
  });
  history.responses.push(response);
  history.answers.push(mainAnswer);
  if (!isComplete) return;
  const listening = survey.questionIds.listening;
  if (listening && random.chance(0.8)) {
    history.answers.push({
      ...mainAnswer,
      questionId: listening,
      metric: "csat",
      isMain: false,
      score: scoreFor("csat", experience + random.normal(0.1, 0.5)),
    });
  }
  const nextStep = survey.questionIds["next-step"];
  if (nextStep && random.chance(0.8)) {
    const { organizationId, id: responseId } = response;
    const willingness = experience + random.normal();
    const optionKey =
      willingness > 0.6
        ? "bought"
        : willingness > -0.4
          ? "later"
          : willingness > -1.4
            ? "undecided"
            : "elsewhere";
    history.choices.push({ organizationId, responseId, questionId: nextStep, optionKey });
  }
}
