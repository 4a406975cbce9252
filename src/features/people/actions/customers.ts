"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { id } from "@/server/input";
import { thenRefresh } from "@/server/then-refresh";
import { archiveCustomer } from "../commands/archive-customer";
import { createCustomer } from "../commands/create-customer";
import { deleteCustomer } from "../commands/delete-customer";
import { eraseCustomer } from "../commands/erase-customer";
import { liftSuppression } from "../commands/lift-suppression";
import { restoreCustomer } from "../commands/restore-customer";
import { suppressCustomer } from "../commands/suppress-customer";
import { updateCustomer } from "../commands/update-customer";
import { customerInput, customerUpdate, eraseCustomerInput } from "../schema";

const onlyId = z.object({ id });

export const createCustomerAction = defineAction({
  input: customerInput,
  permission: "customers.manage",
  run: (scope, input) => thenRefresh(createCustomer(scope, input)),
});

export const updateCustomerAction = defineAction({
  input: customerUpdate,
  permission: "customers.manage",
  run: (scope, input) => thenRefresh(updateCustomer(scope, input)),
});

export const archiveCustomerAction = defineAction({
  input: onlyId,
  permission: "customers.manage",
  run: (scope, input) => thenRefresh(archiveCustomer(scope, input.id)),
});

export const restoreCustomerAction = defineAction({
  input: onlyId,
  permission: "customers.manage",
  run: (scope, input) => thenRefresh(restoreCustomer(scope, input.id)),
});

export const deleteCustomerAction = defineAction({
  input: onlyId,
  permission: "customers.manage",
  run: (scope, input) => deleteCustomer(scope, input.id),
});

export const suppressCustomerAction = defineAction({
  input: onlyId,
  permission: "customers.manage",
  run: (scope, input) => thenRefresh(suppressCustomer(scope, input.id)),
});

export const liftSuppressionAction = defineAction({
  input: onlyId,
  permission: "customers.manage",
  run: (scope, input) => thenRefresh(liftSuppression(scope, input.id)),
});

export const eraseCustomerAction = defineAction({
  input: eraseCustomerInput,
  permission: "customers.erase",
  run: (scope, input) => thenRefresh(eraseCustomer(scope, input.id)),
});
