import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { CHUNK_BYTES } from "../formats";
import { idsOf, judgeMapping } from "../rules/judge-mapping";
import type { AnswerImportDetail } from "../schema";
import { findAnswerImport } from "./find-answer-import";
import { loadKnownThings } from "./load-known-things";
import { summarySelect, toSummaries } from "./summaries";

/** One import of answers and how far it is; throws NotFoundError. */
export async function getAnswerImport(scope: Scope, importId: string): Promise<AnswerImportDetail> {
  return withScope(scope, async (tx) => {
    const { reading, mapping, profile, created, status } = await findAnswerImport(tx, scope, importId);
    const row = await tx.answerImport.findUniqueOrThrow({
      where: key(scope, importId),
      select: summarySelect,
    });
    const [summary] = await toSummaries(tx, scope, [row]);
    if (!summary) throw new Error("a summary for each row");
    const chunks = await tx.answerImportChunk.findMany({
      where: { organizationId: scope.organizationId, importId },
      orderBy: { position: "asc" },
      select: { position: true },
    });
    const problems =
      status === "uploaded"
        ? judgeMapping(mapping, profile.header, idsOf(await loadKnownThings(tx, scope)))
        : [];
    return {
      ...summary,
      reading,
      mapping,
      sheets: profile.sheets,
      problems,
      chunksReceived: chunks.map(({ position }) => position),
      chunkBytes: CHUNK_BYTES,
      created: {
        touchpoints: created.touchpoint.length,
        employees: created.employee.length,
        locations: created.location.length,
        encounterTypes: created.encounterType.length,
      },
    };
  });
}
