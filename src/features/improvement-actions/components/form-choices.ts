import "server-only";
import { getLocale } from "next-intl/server";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { chooseText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { listResponsibleMembers } from "../queries/list-responsible-members";
import { CONCERNS } from "../schema";
import type { ActionFormChoices } from "./action-form";

/**
 * What can be chosen in the form, as finished texts: within the scope's locations, and the organization only with all of
 * them.
 */
export async function getFormChoices(scope: Scope): Promise<ActionFormChoices> {
  const [locations, employees, behaviours, members, locale] = await Promise.all([
    listLocationOptions(scope),
    listEmployeeOptions(scope),
    listBehaviours(scope),
    listResponsibleMembers(scope),
    getLocale(),
  ]);
  return {
    concerns: CONCERNS.filter((concern) => concern !== "organization" || scope.locationIds === null),
    locations: locations.map(({ id, name, depth }) => ({
      value: id,
      label: `${"\u2003".repeat(depth)}${name}`,
    })),
    employees: employees.map(({ id, name, locationName }) => ({
      value: id,
      label: name,
      detail: locationName,
    })),
    behaviours: behaviours.map(({ id, name }) => ({ value: id, label: chooseText(name, locale) })),
    members: members.map(({ id, name }) => ({ value: id, label: name })),
  };
}
