import "server-only";
import { getColleagueOption } from "@/features/peer-feedback/queries/get-colleague-option";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { ThankedColleague } from "../schema";

/** A colleague whom the address names, as already chosen; NotFoundError for oneself and for whoever has left. */
export async function getThankedColleague(scope: Scope, employeeId: string): Promise<ThankedColleague> {
  const option = await getColleagueOption(scope, employeeId);
  const { showsOnWall } = await withScope(scope, (tx) =>
    tx.employee.findUniqueOrThrow({ where: key(scope, employeeId), select: { showsOnWall: true } }),
  );
  return { ...option, showsOnWall };
}
