import "server-only";
import type { Channel, Stage } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** A touchpoint of the organization, archived or not, inside a transaction; throws NotFoundError. */
export async function getTouchpoint(
  tx: Transaction,
  scope: Scope,
  touchpointId: string,
): Promise<{
  id: string;
  name: string;
  stage: Stage;
  channel: Channel;
  position: number;
  archivedAt: Date | null;
}> {
  const touchpoint = await tx.touchpoint.findUnique({
    where: key(scope, touchpointId),
    select: { id: true, name: true, stage: true, channel: true, position: true, archivedAt: true },
  });
  if (!touchpoint) throw new NotFoundError();
  return touchpoint;
}
