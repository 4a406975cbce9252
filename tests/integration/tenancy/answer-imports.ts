import { mapAnswerImport } from "@/features/answer-imports/commands/map-answer-import";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { saveAnswerMapping } from "@/features/answer-imports/commands/saved-mappings";
import { startAnswerImport } from "@/features/answer-imports/commands/start-answer-import";
import { answerMapping } from "@/features/answer-imports/schema";
import { bytesOf, uploadFile, workerScope } from "../answer-imports/import-file";
import type { Cast } from "./cast";
import { unique } from "./makers";

/** A file of one good answer and one that is not on the scale, at the organization's touchpoint. */
export const fileOf = (of: Cast) =>
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
  of: Cast,
  status: "uploaded" | "running" | "finished" = "uploaded",
): Promise<NewAnswerImport> {
  const id = await uploadFile(of.scope, fileOf(of), `${of.mark}.csv`);
  await mapAnswerImport(of.scope, id, mappingOf(of));
  if (status !== "uploaded") await startAnswerImport(of.scope, id);
  if (status === "finished") await runAnswerImport(workerScope(of.scope), id);
  return { id, touchpointId: of.touchpointId };
}

export const newSavedMapping = async (of: Cast) => {
  const name = `${of.mark} mapping ${unique()}`;
  const mapping = mappingOf(of);
  const columns = mapping.columns.filter(({ use }) => use !== "comment");
  return { ...(await saveAnswerMapping(of.scope, name, { ...mapping, columns })), name };
};
