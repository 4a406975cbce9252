import { getTranslations } from "next-intl/server";
import { addDays, dayOf } from "@/features/audit-programmes/windows";
import { listEvaluationFrameworks } from "@/features/evaluation-frameworks/queries/list-evaluation-frameworks";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import type { CycleInput } from "../schema";

/** Frameworks a cycle can be held with, those of which something was published, and the languages of its raters. */
export async function listCycleChoices(scope: Scope) {
  const [frameworks, { language, languages }] = await Promise.all([
    listEvaluationFrameworks(scope),
    getOrganizationSettings(scope),
  ]);
  return {
    frameworks: frameworks
      .filter(({ currentVersion }) => currentVersion !== null)
      .map(({ id, name }) => ({ value: id, label: name })),
    languages: [...new Set([language, ...languages])] as (keyof LocalizedText)[],
  };
}

/** A new cycle as it is offered: two weeks for choosing raters, three for answering, everybody rates. */
export async function offerCycle(
  scope: Scope,
  frameworkId: string,
  languages: readonly (keyof LocalizedText)[],
): Promise<CycleInput> {
  const t = await getTranslations("evaluationCycles.new");
  const today = dayOf(scope.now, scope.timeZone);
  const many = { minimum: 3, maximum: 8 };
  return {
    name: t("offeredName", { year: Number(today.slice(0, 4)) }),
    purpose: Object.fromEntries(languages.map((language) => [language, t(`purpose.${language}`)])),
    frameworkId,
    anonymityK: 3,
    commentK: 3,
    gapThreshold: null,
    nominatedBy: "subject",
    nominateUntil: addDays(today, 12),
    opensOn: addDays(today, 14),
    closesOn: addDays(today, 35),
    reminderDays: [7, 2],
    managersSee: true,
    ownersSee: false,
    subjectSeesAfterDays: 0,
    groups: [
      { raterGroup: "self", minimum: 1, maximum: 1 },
      { raterGroup: "manager", minimum: 1, maximum: 1 },
      { raterGroup: "member", minimum: 3, maximum: 30 },
      { raterGroup: "peer", ...many },
      // Most employees have none.
      { raterGroup: "report", ...many, minimum: 0 },
      { raterGroup: "customer", minimum: 3, maximum: 10 },
    ],
  };
}
