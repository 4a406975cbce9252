import "server-only";
import { z } from "zod";
import {
  type EncounterPost,
  type PostOutcome,
  type RecordedPost,
  recordPostedEncounters,
} from "@/features/encounters/commands/record-posted-encounters";
import type {
  EncounterMistake,
  MistakeReason,
  PostedEncounter,
} from "@/features/encounters/posted-encounter";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { makeGatherer } from "@/server/api/gather";
import { Problem } from "@/server/api/problem";
import { channel, consent, email, id, language, moment, text } from "../schemas";

const MOST_AT_ONCE = 500;

const knownCustomer = z.strictObject({ id: id.describe("Id of a customer who is not archived.") });
const toldCustomer = z
  .strictObject({
    externalReference: text(100).optional().describe("Your own key of the customer."),
    email: email.optional(),
    name: text(120).optional(),
    phone: text(40).optional(),
    language: language.optional(),
    segment: text(80).optional(),
    consent: consent.optional(),
  })
  .refine((customer) => customer.externalReference || customer.email, {
    error: "Give externalReference or email.",
  })
  .meta({
    anyOf: [{ required: ["externalReference"] }, { required: ["email"] }],
    description:
      "Found by externalReference, else by e-mail address, and brought up to date with what is given; added when unknown. A new customer without a language gets the organization's.",
  });

const encounter = z
  .strictObject({
    externalReference: text(100)
      .optional()
      .describe(
        "Your own key of the encounter. The same key again records nothing and gives the first one's id.",
      ),
    occurredAt: moment
      .optional()
      .describe(
        "When they met; now if left out. Not in the future, not before 2000. After 30 days nobody is asked.",
      ),
    touchpointId: id,
    encounterTypeId: id,
    employeeId: id.optional().describe("Who is responsible: this or employeeReference."),
    employeeReference: text(100).optional().describe("The employee's external reference."),
    channel: channel.optional().describe("The touchpoint's own if left out."),
    customer: z
      .union([knownCustomer, toldCustomer])
      .optional()
      .describe("Left out: the customer is not known."),
  })
  .refine((one) => (one.employeeId === undefined) !== (one.employeeReference === undefined), {
    path: ["employeeId"],
    error: "Give employeeId or employeeReference.",
  })
  .meta({ id: "NewEncounter", oneOf: [{ required: ["employeeId"] }, { required: ["employeeReference"] }] });

const several = z
  .strictObject({ encounters: z.array(encounter).min(1).max(MOST_AT_ONCE) })
  .meta({ id: "NewEncounters" });

const recorded = z
  .object({
    id,
    externalReference: z.string().nullable(),
    created: z.boolean().describe("False when the external reference was known: nothing was recorded."),
  })
  .meta({ id: "RecordedEncounter" });
const answer = z.union([recorded, z.object({ encounters: z.array(recorded) })]);

export const postEncounters = defineEndpoint({
  method: "POST",
  path: "/encounters",
  name: "recordEncounters",
  tag: "Encounters",
  access: "write",
  summary: "Record an encounter, or up to 500",
  description:
    "Whether the customer is asked is decided a moment later, by the survey of the encounter type, the customer's consent and the pause between surveys. Attribution (employee's location and team, customer's segment) is frozen now. Several encounters are recorded all or none, and the answer lists them in the same order.",
  body: z.union([encounter, several]),
  chooseBody: (json) =>
    typeof json === "object" && json !== null && "encounters" in json ? several : encounter,
  isRepeatable: true,
  problems: ["conflict"],
  responses: {
    201: { description: "Recorded.", schema: answer },
    200: { description: "All of them were known by their external references.", schema: answer },
  },
  async run({ scope, body, idempotency }) {
    const isSeveral = "encounters" in body;
    const encounters = (isSeveral ? body.encounters : [body]).map(toPosted);
    const outcome = await record(
      scope.organizationId,
      { scope, encounters, idempotency, answer: isSeveral ? answerSeveral : answerOne },
      encounters.length,
    );
    return readOutcome(outcome, isSeveral);
  },
});

/** Requests that arrive together are recorded in one transaction; each is answered after its commit. */
const record = makeGatherer<EncounterPost, PostOutcome>({
  mostWeight: MOST_AT_ONCE,
  // The batch is the organization's; each post carries the scope of its own key.
  run: (posts) => recordPostedEncounters((posts.at(-1) as EncounterPost).scope, posts),
});

function toPosted(one: z.output<typeof encounter>): PostedEncounter {
  const { customer } = one;
  return {
    externalReference: one.externalReference ?? null,
    occurredAt: one.occurredAt === undefined ? null : new Date(one.occurredAt),
    touchpointId: one.touchpointId.toLowerCase(),
    encounterTypeId: one.encounterTypeId.toLowerCase(),
    employee:
      one.employeeId === undefined
        ? { externalReference: one.employeeReference as string }
        : { id: one.employeeId.toLowerCase() },
    channel: one.channel ?? null,
    customer: !customer ? null : "id" in customer ? { id: customer.id.toLowerCase() } : toTold(customer),
  };
}

function toTold(customer: z.output<typeof toldCustomer>) {
  const { externalReference, email, name, phone, language, segment, consent } = customer;
  return {
    externalReference: externalReference ?? null,
    email: email ?? null,
    name: name ?? null,
    phone: phone ?? null,
    language: language ?? null,
    segment: segment ?? null,
    consent: consent ?? null,
  };
}

const toRecorded = ({ id, externalReference, isNew }: RecordedPost) => ({
  id,
  externalReference,
  created: isNew,
});
const statusOf = (all: readonly RecordedPost[]) => (all.some(({ isNew }) => isNew) ? 201 : 200);

function answerOne(all: RecordedPost[]) {
  return { status: statusOf(all), body: toRecorded(all[0] as RecordedPost) };
}

function answerSeveral(all: RecordedPost[]) {
  return { status: statusOf(all), body: { encounters: all.map(toRecorded) } };
}

function readOutcome(outcome: PostOutcome, isSeveral: boolean) {
  switch (outcome.kind) {
    case "recorded":
      return outcome.answer;
    case "remembered":
      return { ...outcome.answer, headers: { "Idempotency-Replayed": "true" } };
    case "other content":
      throw new Problem("conflict", "This Idempotency-Key was used for other content.");
    case "refused":
      throw new Problem("invalid-content", "Nothing was recorded.", {
        errors: outcome.mistakes.map((mistake) => explain(mistake, isSeveral)),
      });
  }
}

const REASONS: Record<MistakeReason, string> = {
  unknown: "There is no such thing in use.",
  archived: "It is archived.",
  future: "This is in the future.",
  tooEarly: "This is before the year 2000.",
  repeatedReference: "An earlier one of this request has the same reference.",
  severalCustomers: "Several customers have this address: give the customer's id or externalReference.",
};

function explain({ index, field, reason }: EncounterMistake, isSeveral: boolean) {
  return { pointer: `${isSeveral ? `/encounters/${index}` : ""}/${field}`, detail: REASONS[reason] };
}
