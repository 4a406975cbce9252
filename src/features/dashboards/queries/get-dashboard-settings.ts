import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

export type DashboardSettings = {
  /** Groups with fewer answers are shown as "too few answers". */
  minimumN: number;
  isSetUp: boolean;
};

/** The organization's settings that dashboards follow. */
export async function getDashboardSettings(scope: Scope): Promise<DashboardSettings> {
  const organization = await withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { minimumN: true, setupDoneAt: true },
    }),
  );
  return { minimumN: organization.minimumN, isSetUp: organization.setupDoneAt !== null };
}
