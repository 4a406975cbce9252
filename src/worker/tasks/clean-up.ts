import "server-only";
import { withoutScope } from "@/server/database";
import { log } from "@/server/log";

/**
 * Removes, in all organizations, what ended long ago: links for a new password, sessions, invitations of members, counted
 * tries. How long each is kept stands in the database's function, which alone sees rows of more than one organization.
 */
export async function cleanUpTask(): Promise<void> {
  const [removed] = await withoutScope(
    (tx) => tx.$queryRaw<Record<string, number>[]>`select * from clean_up()`,
  );
  log("info", "clean-up.done", removed);
}
