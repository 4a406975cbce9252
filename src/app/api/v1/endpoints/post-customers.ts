import "server-only";
import { z } from "zod";
import { storePostedCustomer } from "@/features/people/commands/store-posted-customer";
import { defineEndpoint } from "@/server/api/define-endpoint";
import { Problem } from "@/server/api/problem";
import { consent, email, id, language, text } from "../schemas";

const newCustomer = z
  .strictObject({
    externalReference: text(100).optional().describe("Your own key of the customer."),
    email: email.optional(),
    name: text(120).optional(),
    phone: text(40).optional(),
    language: language
      .optional()
      .describe("The language the customer is asked in; the organization's if left out."),
    segment: text(80).optional().describe("Counts from the next encounter on."),
    consent: consent.optional(),
  })
  .refine((customer) => customer.externalReference || customer.email, {
    error: "Give externalReference or email.",
  })
  .meta({ id: "NewCustomer", anyOf: [{ required: ["externalReference"] }, { required: ["email"] }] });

const stored = z
  .object({ id, created: z.boolean().describe("False when the customer was known.") })
  .meta({ id: "StoredCustomer" });

export const postCustomers = defineEndpoint({
  method: "POST",
  path: "/customers",
  name: "storeCustomer",
  tag: "Customers",
  access: "write",
  summary: "Add a customer, or bring one up to date",
  description:
    "A customer is known by externalReference, else by e-mail address. What is left out stays as it is. Somebody who unsubscribed stays so, whatever the consent says.",
  body: newCustomer,
  isRepeatable: true,
  problems: ["conflict"],
  responses: {
    201: { description: "Added.", schema: stored },
    200: { description: "Known; now as given.", schema: stored },
  },
  async run({ scope, body, idempotency }) {
    const outcome = await storePostedCustomer(
      scope,
      {
        externalReference: body.externalReference ?? null,
        email: body.email ?? null,
        name: body.name ?? null,
        phone: body.phone ?? null,
        language: body.language ?? null,
        segment: body.segment ?? null,
        consent: body.consent ?? null,
      },
      idempotency,
    );
    if (outcome.kind === "other content") {
      throw new Problem("conflict", "This Idempotency-Key was used for other content.");
    }
    if (outcome.kind === "several") {
      const detail = "Several customers have this address: give externalReference too.";
      throw new Problem("invalid-content", "Nothing was stored.", {
        errors: [{ pointer: "/email", detail }],
      });
    }
    if (outcome.kind === "stored") return outcome.answer;
    return { ...outcome.answer, headers: { "Idempotency-Replayed": "true" } };
  },
});
