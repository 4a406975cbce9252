import "server-only";
import type { Scope } from "@/server/scope";
import { listDashboardChoices } from "./choices";
import type { Dimension } from "./schema";
import { getTexts } from "./texts";

/** The title of a page about one touchpoint, employee or location: its name, if the scope may know it. */
export async function getSubjectTitle(
  scope: Scope,
  subject: Extract<Dimension, "touchpoint" | "employee" | "location">,
  id: string,
): Promise<string> {
  const [texts, choices] = await Promise.all([getTexts(), listDashboardChoices(scope)]);
  const list = { touchpoint: choices.touchpoints, employee: choices.employees, location: choices.locations }[
    subject
  ];
  if (!list.some((one) => one.id === id)) return texts.t(`dimension.${subject}`);
  return texts.nameOf({ choices }, subject, id);
}
