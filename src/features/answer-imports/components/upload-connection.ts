import type { ActionResult } from "@/server/action-result";
import { callAction } from "@/ui/call-action";
import {
  applyAnswerMappingAction,
  createAnswerImportAction,
  discardAnswerImportAction,
  finishAnswerUploadAction,
} from "../actions";
import type { UploadConnection } from "./chunk-uploader";

/** The way a file goes to the server: announced, its pieces one after the other, taken in, and mapped as an earlier one. */
export function connectUpload(organization: string, file: File, mappingId: string | null): UploadConnection {
  return {
    begin: () =>
      callAction(() => createAnswerImportAction(organization, { fileName: file.name, bytes: file.size })),
    send: (importId, position, content) =>
      callAction(() =>
        putPiece(`/o/${organization}/imports/answers/${importId}/chunks/${position}`, content),
      ),
    finish: async (importId) => {
      const finished = await callAction(() => finishAnswerUploadAction(organization, { id: importId }));
      if (!finished.ok || mappingId === null) return finished;
      // A mapping somebody has deleted meanwhile leaves the guess; the person sees which it is.
      await callAction(() => applyAnswerMappingAction(organization, { id: importId, mappingId }));
      return finished;
    },
    discard: (importId) => callAction(() => discardAnswerImportAction(organization, { id: importId })),
  };
}

/** Sends one piece. A server that does not answer as ours does (a proxy's error page) counts as a lost connection. */
async function putPiece(address: string, content: Blob): Promise<ActionResult<unknown>> {
  const response = await fetch(address, {
    method: "PUT",
    body: content,
    headers: { "content-type": "application/octet-stream" },
    // Signed out meanwhile: the sign-in page is no answer to a piece.
    redirect: "manual",
  });
  if (response.type === "opaqueredirect" || response.status === 404) return { ok: false, code: "not-found" };
  if (!response.headers.get("content-type")?.startsWith("application/json")) {
    return { ok: false, code: "unexpected" };
  }
  return (await response.json()) as ActionResult<unknown>;
}
