import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { readableComments } from "../readable-comments-sql";
import type { CommentChoice } from "../schema";

const DAYS_BACK = 90;
const MOST_SHOWN = 30;

/**
 * Recent comments of customers that the scope may read and could attach to thanks to a colleague; latest first, and an older
 * one that is asked for by its id.
 */
export async function listCommentChoices(
  scope: Scope,
  colleagueId: string,
  wantedId: string | null = null,
): Promise<CommentChoice[]> {
  const since = new Date(scope.now.getTime() - DAYS_BACK * 24 * 3600_000);
  return withScope(
    scope,
    (tx) => tx.$queryRaw<CommentChoice[]>`
      select id, concat_ws(E'\n', follow_up, comment) as text, answered_at as "answeredAt"
        from responses
       where ${readableComments(scope, colleagueId)}
         and (answered_at >= ${since}::timestamptz or id = ${wantedId}::uuid)
       order by (id = ${wantedId}::uuid) is true desc, answered_at desc, id desc
       limit ${MOST_SHOWN}`,
  );
}
