import "server-only";
import type { Scope } from "@/server/scope";
import { listDashboardChoices } from "./choices";
import { nameEmployees } from "./known-employees";
import { type Dimension, isId } from "./schema";
import { getTexts } from "./texts";

/** The title of a page about one touchpoint, employee or location: its name, if the scope may know it. */
export async function getSubjectTitle(
  scope: Scope,
  subject: Extract<Dimension, "touchpoint" | "employee" | "location">,
  id: string,
): Promise<string> {
  const [texts, known] = await Promise.all([getTexts(), listDashboardChoices(scope)]);
  const employee = subject === "employee" && !known.hasAllEmployees && isId(id);
  const { choices } = employee ? await nameEmployees({ scope, choices: known }, [id]) : { choices: known };
  const list = { touchpoint: choices.touchpoints, employee: choices.employees, location: choices.locations }[
    subject
  ];
  if (!list.some((one) => one.id === id)) return texts.t(`dimension.${subject}`);
  return texts.nameOf({ choices }, subject, id);
}
