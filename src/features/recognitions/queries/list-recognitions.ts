import "server-only";
import { withScope } from "@/server/database";
import { type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { mayRemoveThanks } from "../rules";
import type { Recognition, WallTab } from "../schema";
import { whereRecognitions } from "../visible-recognitions";

/** Whole rows of a wall of two columns. */
const PAGE_SIZE = 20;

/**
 * The thanks of a tab, latest first, on the wall those to one team (as it was then) if one is given. Consultants, who read no
 * customer's answers, see no comments.
 */
export async function listRecognitions(
  scope: Scope,
  { tab, team }: { tab: WallTab; team: string | null },
  page = 1,
): Promise<Page<Recognition>> {
  const where = { ...whereRecognitions(scope, tab), ...(tab === "wall" && team ? { teamId: team } : {}) };
  return withScope(scope, async (tx) => {
    const total = await tx.recognition.count({ where });
    const rows = await tx.recognition.findMany({
      where,
      select: {
        id: true,
        message: true,
        createdAt: true,
        fromMemberId: true,
        toEmployeeId: true,
        teamId: true,
        to: { select: { name: true, showsOnWall: true } },
        from: { select: { user: { select: { name: true } } } },
        encounter: { select: { occurredAt: true, touchpoint: { select: { name: true } } } },
        response: { select: { comment: true, followUp: true, language: true } },
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page, PAGE_SIZE),
    });
    const teams = await tx.team.findMany({
      where: {
        organizationId: scope.organizationId,
        id: { in: rows.flatMap(({ teamId }) => teamId ?? []) },
      },
      select: { id: true, name: true },
    });
    const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
    return {
      rows: rows.map(({ to, from, encounter, response, fromMemberId, toEmployeeId, teamId, ...row }) => ({
        ...row,
        toName: to.name,
        fromName: from.user.name,
        teamName: (teamId && teamNames.get(teamId)) || null,
        encounter: encounter && { occurredAt: encounter.occurredAt, touchpoint: encounter.touchpoint.name },
        comment: scope.role === "consultant" ? null : toComment(response),
        isOffWall: !to.showsOnWall,
        mayRemove: mayRemoveThanks(scope, { fromMemberId, toEmployeeId }),
      })),
      total,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}

/** Null when the customer was erased meanwhile: the words are read where they are kept, never copied. */
function toComment(
  response: { comment: string | null; followUp: string | null; language: string } | null,
): Recognition["comment"] {
  const text = [response?.followUp, response?.comment].filter(Boolean).join("\n");
  return response && text ? { text, language: response.language } : null;
}
