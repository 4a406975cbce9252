import "server-only";
import type { OrganizationSettingsInput } from "@/features/organizations/schema";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";

/** Changes the organization's settings. The audit trail names the settings that changed; nothing changed leaves no trace. */
export async function updateOrganization(scope: Scope, input: OrganizationSettingsInput): Promise<void> {
  await withScope(scope, async (tx) => {
    const before = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: {
        name: true,
        accentColor: true,
        timeZone: true,
        languages: true,
        language: true,
        minimumN: true,
        quarantineDays: true,
        senderName: true,
        replyTo: true,
      },
    });
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(input[field]),
    );
    if (changed.length === 0) return;
    await tx.organization.update({ where: { id: scope.organizationId }, data: input, select: { id: true } });
    if (changed.includes("timeZone")) {
      // Days begin at another instant now: until its rollups are built anew, figures are counted from single answers.
      const { organizationId } = scope;
      await enqueueJob(
        tx,
        "rollUp",
        { organizationId },
        { jobKey: `rollUp:${organizationId}`, maxAttempts: 3 },
      );
    }
    await recordActivity(
      tx,
      scope,
      "organization.updated",
      { type: "organization", id: scope.organizationId },
      { changed: changed.join(",") },
    );
  });
}
