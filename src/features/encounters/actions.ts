"use server";

import { searchCustomers } from "@/features/people/queries/search-customers";
import { customerSearchInput } from "@/features/people/schema";
import { defineAction } from "@/server/define-action";
import { deleteEncounter } from "./commands/delete-encounter";
import { recordEncounter } from "./commands/record-encounter";
import { encounterIdInput, recordEncounterInput } from "./schema";

export const recordEncounterAction = defineAction({
  input: recordEncounterInput,
  permission: "encounters.record",
  run: async (scope, input) => ({ ...(await recordEncounter(scope, input)), another: input.another }),
});

export const deleteEncounterAction = defineAction({
  input: encounterIdInput,
  permission: "encounters.record",
  run: async (scope, { id }) => {
    await deleteEncounter(scope, id);
    return { id };
  },
});

/** The customers to choose from while typing, as the combobox shows them. */
export const searchCustomersAction = defineAction({
  input: customerSearchInput,
  permission: "encounters.record",
  run: async (scope, { query }) =>
    (await searchCustomers(scope, query)).map((customer) => ({
      value: customer.id,
      label: customer.name ?? customer.email ?? customer.externalReference ?? "–",
      detail: [customer.name ? customer.email : null, customer.externalReference, customer.segment]
        .filter(Boolean)
        .join(" · "),
    })),
});
