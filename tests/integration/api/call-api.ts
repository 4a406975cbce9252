import { v7 as uuidv7 } from "uuid";
import { serveApi } from "@/app/api/v1/serve-api";
import type { ApiAccess } from "@/generated/prisma/enums";
import { makeApiKey } from "@/server/api/known-keys";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** A key of the scope's organization. */
export async function createApiKey(
  scope: Scope,
  access: ApiAccess = "write",
  overrides: { name?: string; revokedAt?: Date } = {},
) {
  const { key, keyHash, prefix } = makeApiKey();
  const id = uuidv7();
  await withScope(scope, (tx) =>
    tx.apiKey.create({
      data: {
        organizationId: scope.organizationId,
        id,
        name: "Cash desk",
        keyHash,
        prefix,
        access,
        ...overrides,
      },
      select: { id: true },
    }),
  );
  return { id, key };
}

export type ApiReply = {
  status: number;
  headers: Headers;
  // Whatever was answered: the tests say what they expect of it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
};

/** Calls the API as a program does: through the route's handler, with a Request. */
export async function callApi(
  method: string,
  path: string,
  options: { key?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<ApiReply> {
  const isRaw =
    options.body instanceof FormData ||
    typeof options.body === "string" ||
    options.body instanceof ReadableStream;
  const headers = new Headers(options.headers);
  if (options.key) headers.set("authorization", `Bearer ${options.key}`);
  if (options.body !== undefined && !(options.body instanceof FormData) && !headers.has("content-type")) {
    headers.set("content-type", "application/json");
  }
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers,
    ...(options.body === undefined
      ? {}
      : { body: (isRaw ? options.body : JSON.stringify(options.body)) as BodyInit, duplex: "half" }),
  } as RequestInit);
  const response = await serveApi(request);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  };
}
