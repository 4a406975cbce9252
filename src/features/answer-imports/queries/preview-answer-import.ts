import "server-only";
import { createHash } from "node:crypto";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { PREVIEW_ROWS } from "../formats";
import { openRows } from "../reading/open-rows";
import { UnreadableFileError } from "../reading/unreadable-file-error";
import { idsOf, judgeMapping } from "../rules/judge-mapping";
import { previewRows } from "../rules/preview-rows";
import type { KnownThings } from "../rules/things";
import type { AnswerImportPreview } from "../schema";
import { findAnswerImport, type StoredAnswerImport } from "./find-answer-import";
import { loadKnownThings } from "./load-known-things";
import { storedFile } from "./stored-file";

/**
 * What an uploaded file would come to with its mapping, counted row by row (of a long file the first rows, and it says
 * so). Kept until the mapping or what it names changes. Throws NotFoundError, and ConflictError where the file cannot be
 * read to its end.
 */
export async function previewAnswerImport(scope: Scope, importId: string): Promise<AnswerImportPreview> {
  const { found, things, kept } = await withScope(scope, async (tx) => {
    const row = await tx.answerImport.findFirst({
      where: { organizationId: scope.organizationId, id: importId },
      select: { preview: true },
    });
    return {
      found: await findAnswerImport(tx, scope, importId, ["uploaded"]),
      things: await loadKnownThings(tx, scope),
      kept: row?.preview as { of: string; preview: AnswerImportPreview } | null | undefined,
    };
  });
  const of = fingerprint(scope, found, things);
  if (kept?.of === of) return kept.preview;
  const preview = await countPreview(scope, found, things);
  const text = JSON.stringify({ of, preview }).replaceAll("\\u0000", "");
  await withScope(
    scope,
    (tx) => tx.$executeRaw`
    update answer_imports set preview = ${text}::jsonb
     where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid and status = 'uploaded'`,
  );
  return preview;
}

async function countPreview(
  scope: Scope,
  found: StoredAnswerImport,
  things: KnownThings,
): Promise<AnswerImportPreview> {
  const { mapping, profile, reading, format } = found;
  const counter = previewRows(mapping, profile.header, things, { timeZone: scope.timeZone, now: scope.now });
  let left = PREVIEW_ROWS;
  let isHeader = true;
  let isWhole = true;
  try {
    file: for await (const rows of openRows(storedFile(scope, found.id, found.size), {
      format,
      reading,
    })) {
      for (const row of rows) {
        if (isHeader) isHeader = false;
        else if (left === 0) {
          isWhole = false;
          break file;
        } else {
          counter.add(row);
          left -= 1;
        }
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new ConflictError(error.reason, { line: error.line, maximum: profile.header.length });
  }
  return { ...counter.finish(isWhole), problems: judgeMapping(mapping, profile.header, idsOf(things)) };
}

/** Changes whenever the preview could come out differently: the file's reading, its mapping, or what names lead to. */
function fingerprint(scope: Scope, { mapping, reading }: StoredAnswerImport, things: KnownThings): string {
  const day = scope.now.toISOString().slice(0, 10);
  return createHash("sha256")
    .update(JSON.stringify([mapping, reading, things, scope.timeZone, day]))
    .digest("base64");
}
