import "server-only";
import { findColleagueOption } from "@/features/peer-feedback/queries/find-colleague-option";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { ThankedColleague } from "../schema";

/** A colleague whom the address names, as already chosen; null for oneself and for whoever has left or never was here. */
export async function findThankedColleague(
  scope: Scope,
  employeeId: string,
): Promise<ThankedColleague | null> {
  const option = await findColleagueOption(scope, employeeId);
  if (!option) return null;
  const { showsOnWall } = await withScope(scope, (tx) =>
    tx.employee.findUniqueOrThrow({ where: key(scope, employeeId), select: { showsOnWall: true } }),
  );
  return { ...option, showsOnWall };
}
