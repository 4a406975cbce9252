import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { respondentLanguage } from "@/server/input";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { JOURNEY_TEMPLATE_TOUCHPOINTS } from "../journey-templates";
import { type JourneyTemplateKey, STAGES } from "../schema";
import { lockJourney } from "./journey-order";

/**
 * Adds a ready journey's touchpoints after those that are there, named in the organization's language and with public
 * names in every language. A name that is in use already is left out, so that choosing twice doubles nothing.
 * Gives how many were added.
 */
export async function createJourneyFromTemplate(
  scope: Scope,
  templateKey: JourneyTemplateKey,
): Promise<{ created: number }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { language: true },
    });
    const language = respondentLanguage.catch("en").parse(organization.language);
    const existing = await tx.touchpoint.findMany({
      where: { organizationId: scope.organizationId },
      select: { name: true, stage: true, position: true, archivedAt: true },
    });
    const taken = new Set(
      existing.filter((one) => one.archivedAt === null).map((one) => one.name.toLocaleLowerCase(language)),
    );
    const missing = JOURNEY_TEMPLATE_TOUCHPOINTS[templateKey].filter(
      (one) => !taken.has(one.names[language].toLocaleLowerCase(language)),
    );
    await tx.touchpoint.createMany({
      data: STAGES.flatMap((stage) => {
        const last = Math.max(
          -1,
          ...existing.filter((one) => one.stage === stage).map((one) => one.position),
        );
        return missing
          .filter((one) => one.stage === stage)
          .map(({ names, channel, isCritical }, index) => ({
            organizationId: scope.organizationId,
            name: names[language],
            publicNames: names,
            stage,
            channel,
            isCritical,
            position: last + 1 + index,
            createdAt: scope.now,
          }));
      }),
    });
    await recordActivity(
      tx,
      scope,
      "journey.createdFromTemplate",
      { type: "journey" },
      { template: templateKey, created: missing.length },
    );
    return { created: missing.length };
  });
}
