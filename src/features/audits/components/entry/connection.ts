import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { ActionFailure, ActionResult } from "@/server/action-result";
import { saveAuditAnswersAction, saveVisitAction } from "../../actions";
import type { OutboxConnection, SendFailure, Sent } from "../../entry/outbox-types";
import type { StoredPhoto } from "../../entry-schema";

const retry: { ok: false; failure: SendFailure } = { ok: false, failure: { kind: "retry" } };

/** The way of one audit's entry to the server: answers and the visit through actions, photos through their route. */
export function connectEntry(organization: string, auditId: string): OutboxConnection {
  const base = `/o/${organization}/audits/${auditId}`;
  return {
    saveAnswers: async (changes) => {
      const sent = await callServer(() => saveAuditAnswersAction(organization, { auditId, changes }));
      if (!sent.ok) return sent;
      const { saved, conflicts } = sent.data;
      return {
        ok: true,
        data: {
          saved,
          conflicts: conflicts.map((conflict) => ({
            ...conflict,
            changedAt: new Date(conflict.changedAt).toISOString(),
          })),
        },
      };
    },
    saveVisit: async (visit, known) => {
      const sent = await callServer(() => saveVisitAction(organization, { auditId, ...visit, known }));
      return sent.ok ? { ok: true, data: sent.data.visit } : sent;
    },
    sendPhoto: ({ id, itemKey, blob }) =>
      request<StoredPhoto>(`${base}/photos?${new URLSearchParams({ item: itemKey, client: id })}`, {
        method: "POST",
        headers: { "content-type": blob.type || "application/octet-stream" },
        body: blob,
      }),
    removeFile: (fileId) => request<unknown>(`${base}/files/${fileId}`, { method: "DELETE" }),
  };
}

/** Whether the browser knows that it has no connection; trying would only cost battery. */
const isOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;

async function callServer<T>(call: () => Promise<ActionResult<T>>): Promise<Sent<T>> {
  if (isOffline()) return retry;
  try {
    const result = await call();
    return result.ok ? result : { ok: false, failure: toSendFailure(result) };
  } catch (error) {
    unstable_rethrow(error);
    if (unstable_isUnrecognizedActionError(error)) return { ok: false, failure: { kind: "outdated" } };
    return retry;
  }
}

function toSendFailure({ code, message, fields }: ActionFailure): SendFailure {
  if (code === "unexpected" || code === "too-many") return { kind: "retry", message };
  return { kind: code === "invalid" ? "refused" : "stopped", message, fields };
}

/** Statuses that say no to a file for what it is; others of 400–499 say no to whoever sends it. */
const REFUSED = new Set([400, 413, 415, 422]);
const BUSY = new Set([408, 425, 429]);

async function request<T>(url: string, init: RequestInit): Promise<Sent<T>> {
  if (isOffline()) return retry;
  try {
    const response = await fetch(url, { ...init, credentials: "same-origin", redirect: "manual" });
    const body = (await response.json().catch(() => null)) as (T & { message?: string }) | null;
    if (response.ok) return { ok: true, data: body as T };
    const { status } = response;
    if (status >= 500 || BUSY.has(status)) return retry;
    // What is to be removed and is not there is done.
    const isGone = status === 404 && init.method === "DELETE";
    const kind = REFUSED.has(status) || isGone ? "refused" : "stopped";
    return { ok: false, failure: { kind, message: body?.message } };
  } catch {
    return retry;
  }
}
