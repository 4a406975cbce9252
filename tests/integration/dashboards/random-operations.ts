import { v7 as uuidv7 } from "uuid";
import { deleteEncounter } from "@/features/encounters/commands/delete-encounter";
import { closeInvitations } from "@/features/invitations/commands/close-invitations";
import { submitScore } from "@/features/responses/commands/submit-score";
import type { NoInvitationReason } from "@/generated/prisma/enums";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { createAnsweredEncounter, createEncounter, createInvitation } from "../../factories/encounters";
import type { Random } from "../../factories/random";
import type { FactWorld } from "./random-facts";

const DAY = 24 * 3600_000;
const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];
const CHANNELS = ["in_person", "phone", "chat"] as const;
const SEGMENTS = ["Consumer", "Business", null];

type Sent = { id: string; token: string; encounterId: string };
/** What later operations work on. */
export type Things = {
  encounters: string[];
  scheduled: Sent[];
  sent: Sent[];
  imports: string[];
};
export const noThings = (): Things => ({ encounters: [], scheduled: [], sent: [], imports: [] });

/** The scope of a job at the moment given, with the organization's zone as it is. */
export function scopeAt(world: FactWorld, now: Date, timeZone = world.organization.scope.timeZone): Scope {
  return makeScope({ organizationId: world.organization.id, actor: "job", timeZone, now });
}

function attribution(world: FactWorld, random: Random) {
  const employee = random.pick(world.employees);
  return {
    touchpointId: random.pick(world.touchpoints).id,
    employeeId: employee.id,
    locationId: random.chance(0.9) ? employee.locationId : random.pick(world.locations).id,
    encounterTypeId: random.pick(world.encounterTypes).id,
    channel: random.pick(CHANNELS),
    segment: random.pick(SEGMENTS),
  };
}

function takeOne<T>(random: Random, list: T[]): T | undefined {
  return list.length === 0 ? undefined : list.splice(random.integer(0, list.length - 1), 1)[0];
}

/** Everything that can happen to an answer or an encounter. Each is done as the product does it, or with the same statements. */
export const OPERATIONS: Record<
  string,
  (world: FactWorld, random: Random, things: Things, now: Date) => Promise<unknown>
> = {
  async recordEncounter(world, random, things, now) {
    const occurredAt = new Date(now.getTime() - random.integer(0, 100) * DAY);
    const encounter = await createEncounter(scopeAt(world, now), attribution(world, random), { occurredAt });
    things.encounters.push(encounter.id);
  },
  async leaveUninvited(world, random, things, now) {
    const id = takeOne(random, things.encounters);
    const reason = random.pick(["no_contact", "unsubscribed", "erased"] satisfies NoInvitationReason[]);
    if (id) await setReason(world, now, id, reason);
  },
  async deleteEncounter(world, random, things, now) {
    const id = takeOne(random, things.encounters) ?? takeOne(random, things.scheduled)?.encounterId;
    if (!id) return;
    await deleteEncounter(scopeAt(world, now), id).catch((error) => {
      if (!(error instanceof ConflictError)) throw error;
    });
  },
  async schedule(world, random, things, now) {
    const occurredAt = new Date(now.getTime() - random.integer(0, 20) * DAY);
    const encounter = await createEncounter(scopeAt(world, now), attribution(world, random), { occurredAt });
    const survey = world.surveys[random.pick(METRICS)];
    const sentAt = random.chance(0.5) ? occurredAt : null;
    const { id, token } = await createInvitation(scopeAt(world, now), encounter, survey, {
      sendAt: occurredAt,
      sentAt,
      status: sentAt ? "sent" : "scheduled",
    });
    (sentAt ? things.sent : things.scheduled).push({ id, token, encounterId: encounter.id });
  },
  async send(world, random, things, now) {
    const one = takeOne(random, things.scheduled);
    if (!one) return;
    await withScope(scopeAt(world, now), (tx) =>
      tx.invitation.updateMany({ where: { id: one.id }, data: { status: "sent", sentAt: now } }),
    );
    things.sent.push(one);
  },
  async failToSend(world, random, things, now) {
    const one = takeOne(random, things.scheduled);
    if (!one) return;
    await withScope(scopeAt(world, now), (tx) =>
      tx.invitation.updateMany({ where: { id: one.id }, data: { status: "not_sent" } }),
    );
    await setReason(world, now, one.encounterId, "channel_failed");
  },
  async bounce(world, random, things, now) {
    const one = takeOne(random, things.sent);
    if (!one) return;
    await withScope(scopeAt(world, now), (tx) =>
      tx.invitation.updateMany({ where: { id: one.id }, data: { bouncedAt: now } }),
    );
  },
  async close(world, _random, _things, now) {
    await closeInvitations(scopeAt(world, now));
  },
  async answerOrCorrect(world, random, things, now) {
    const one = things.sent.length === 0 ? undefined : random.pick(things.sent);
    if (!one) return;
    const score = random.integer(0, 10);
    await submitScore(makeScope({ ...scopeAt(world, now), actor: "respondent" }), {
      invitationId: one.id,
      token: one.token,
      score,
      language: "en",
      isEdit: true,
    });
  },
  async answerLate(world, random, _things, now) {
    const metric = random.pick(METRICS);
    const { min, max } = METRIC_SCALES[metric];
    const answeredAt = new Date(now.getTime() - random.integer(0, 400) * DAY - random.integer(0, 86_400_000));
    await createAnsweredEncounter(scopeAt(world, now), attribution(world, random), world.surveys[metric], {
      score: random.integer(min, max),
      answeredAt,
    });
  },
  async correct(world, random, _things, now) {
    const { id: organizationId } = world.organization;
    await withScope(scopeAt(world, now), async (tx) => {
      const found = await tx.answer.findFirst({
        where: { organizationId, isMain: true },
        orderBy: { responseId: "asc" },
        skip: random.integer(0, 20),
        select: { responseId: true, metric: true, score: true },
      });
      if (!found) return;
      const { min, max } = METRIC_SCALES[found.metric];
      const score = found.score === max ? min : found.score + 1;
      await tx.answer.updateMany({
        where: { organizationId, responseId: found.responseId },
        data: { score },
      });
    });
  },
  async erase(world, random, _things, now) {
    const skip = random.integer(0, 50);
    await withScope(scopeAt(world, now), async (tx) => {
      const found = await tx.response.findFirst({
        where: { organizationId: world.organization.id },
        orderBy: { id: "asc" },
        skip,
        select: { id: true },
      });
      if (found) await tx.response.deleteMany({ where: { id: found.id } });
    });
  },
  async importAnswers(world, random, things, now) {
    const importId = uuidv7();
    const scope = scopeAt(world, now);
    const { organizationId } = scope;
    const questionId = uuidv7();
    const metric = random.pick(METRICS);
    const { min, max } = METRIC_SCALES[metric];
    const responses = Array.from({ length: 30 }, () => ({
      organizationId,
      id: uuidv7(),
      language: "en",
      answerImportId: importId,
      answeredAt: new Date(now.getTime() - random.integer(0, 500) * DAY),
      ...attribution(world, random),
      ...(random.chance(0.3) ? { employeeId: null } : {}),
      ...(random.chance(0.3) ? { locationId: null } : {}),
      ...(random.chance(0.3) ? { encounterTypeId: null } : {}),
    }));
    await withScope(scope, async (tx) => {
      await tx.answerImport.createMany({ data: { organizationId, id: importId, fileName: "old.csv" } });
      await tx.question.createMany({
        data: {
          organizationId,
          id: questionId,
          answerImportId: importId,
          key: "0",
          position: 0,
          kind: "score",
          isMain: true,
          metric,
          scaleMin: min,
          scaleMax: max,
          texts: {},
        },
      });
      await tx.response.createMany({ data: responses });
      await tx.answer.createMany({
        data: responses.map(({ id, language: _, answerImportId: __, ...rest }) => ({
          ...rest,
          responseId: id,
          questionId,
          metric,
          isMain: true,
          score: random.integer(min, max),
        })),
      });
    });
    things.imports.push(importId);
  },
  async undoImport(world, random, things, now) {
    const answerImportId = takeOne(random, things.imports);
    if (!answerImportId) return;
    await withScope(scopeAt(world, now), (tx) => tx.response.deleteMany({ where: { answerImportId } }));
  },
};

async function setReason(world: FactWorld, now: Date, id: string, noInvitationReason: NoInvitationReason) {
  await withScope(scopeAt(world, now), (tx) =>
    tx.encounter.updateMany({ where: { id }, data: { noInvitationReason } }),
  );
}
