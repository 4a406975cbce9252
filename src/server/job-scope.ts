import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";

/** The scope of a background job, from its payload; throws NotFoundError when the organization is gone. Worker only. */
export async function jobScope(payload: { organizationId: string }): Promise<Scope> {
  const scope = makeScope({ organizationId: payload.organizationId, actor: "job", timeZone: "UTC" });
  const organization = await withScope(scope, (tx) =>
    tx.organization.findUnique({ where: { id: payload.organizationId }, select: { timeZone: true } }),
  );
  if (!organization) throw new NotFoundError();
  return makeScope({ ...scope, timeZone: organization.timeZone });
}
