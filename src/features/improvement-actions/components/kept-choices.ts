import { chooseText } from "@/server/input";
import type { ImprovementActionDetail } from "../queries/get-improvement-action";
import { concernOf } from "../rules";
import type { ActionFormChoices } from "./action-form";

/** The choices with those the action has already, where they are no longer offered: an archived employee, another location. */
export function withKeptChoices(
  choices: ActionFormChoices,
  action: ImprovementActionDetail,
  locale: string,
): ActionFormChoices {
  const concern = concernOf(action);
  return {
    concerns: choices.concerns.includes(concern) ? choices.concerns : [concern, ...choices.concerns],
    employees: withKept(choices.employees, action.employeeId, action.employeeName),
    locations: withKept(choices.locations, action.locationId, action.locationName),
    members: withKept(choices.members, action.responsibleMemberId, action.responsibleName),
    behaviours: withKept(
      choices.behaviours,
      action.behaviourId,
      action.behaviourName && chooseText(action.behaviourName, locale),
    ),
  };
}

function withKept<O extends { value: string; label: string }>(
  options: O[],
  value: string | null,
  label: string | null,
): (O | { value: string; label: string })[] {
  if (value === null || label === null || options.some((option) => option.value === value)) return options;
  return [...options, { value, label }];
}
