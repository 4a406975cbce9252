import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { saveAnswerMapping } from "@/features/answer-imports/commands/saved-mappings";
import { startAnswerImport } from "@/features/answer-imports/commands/start-answer-import";
import { answerMapping } from "@/features/answer-imports/mapping";
import type { Scope } from "@/server/scope";
import { bytesOf, uploadFile, workerScope } from "../answer-imports/import-file";
import { unique } from "./makers";

/** What an import needs of an organization's cast, which has imports itself. */
type Importer = { scope: Scope; mark: string; score: number; touchpointId: string };

/** A file of one good answer and one that is not on the scale, at the organization's touchpoint. */
export const fileOf = (of: Importer) =>
  bytesOf(`day,who,score\n2026-11-01,${of.mark} ${unique()},${of.score}\n2026-11-02,x,99\n`);

export const mappingOf = ({ touchpointId }: { touchpointId: string }) =>
  answerMapping.parse({
    columns: [
      { column: "day", use: "date", form: "ymd" },
      { column: "who", use: "comment" },
      { column: "score", use: "score", metric: "nps" },
    ],
    fixed: { touchpoint: { id: touchpointId } },
  });

export type NewAnswerImport = { id: string; touchpointId: string };

/** An import of answers of an organization, as far as wished. */
export async function newAnswerImport(
  of: Importer,
  status: "uploaded" | "running" | "finished" = "uploaded",
): Promise<NewAnswerImport> {
  const id = await uploadFile(of.scope, fileOf(of), `${of.mark}.csv`);
  await mapAnswerImport(of.scope, id, mappingOf(of));
  if (status !== "uploaded") await startAnswerImport(of.scope, id);
  if (status === "finished") await runAnswerImport(workerScope(of.scope), id);
  return { id, touchpointId: of.touchpointId };
}

export const newSavedMapping = async (of: Importer) => {
  const name = `${of.mark} mapping ${unique()}`;
  const mapping = mappingOf(of);
  const columns = mapping.columns.filter(({ use }) => use !== "comment");
  return { ...(await saveAnswerMapping(of.scope, name, { ...mapping, columns })), name };
};
