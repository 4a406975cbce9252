import type { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import type { WallTab } from "./schema";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The thanks of a tab. The wall is the whole organization's, whoever asks; it leaves out those to people who want to be left
 * out and to those who have left (who cannot say so any more). A person's own are always the person's to see.
 */
export function whereRecognitions(scope: Scope, tab: WallTab): Prisma.RecognitionWhereInput {
  const { organizationId } = scope;
  switch (tab) {
    case "wall":
      return { organizationId, removedAt: null, to: { showsOnWall: true, archivedAt: null } };
    case "mine":
      return { organizationId, removedAt: null, toEmployeeId: scope.employeeId ?? NOBODY };
    case "given":
      return { organizationId, removedAt: null, fromMemberId: scope.memberId ?? NOBODY };
  }
}
