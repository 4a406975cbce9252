import "server-only";
import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { getEnv } from "@/server/env";
import type { Scope } from "@/server/scope";

/** Where a file's bytes are: in its row, or in the bucket under the organization's id and its own. */
export type FilePlace =
  | { storage: "database"; content: Uint8Array<ArrayBuffer> }
  | { storage: "bucket"; content: null };

const TIMEOUT_MS = 30_000;

/** Whether new files go to a bucket (FILE_STORAGE). Files stored before a change of it stay where they are. */
export function usesBucket(): boolean {
  return getEnv().FILE_STORAGE === "bucket";
}

/**
 * Puts a file where new files go and says what its row has to hold. With a bucket this is a request over the network: call
 * it before opening a transaction, and see to it that a file whose row is never written is removed again.
 */
export async function putFile(
  scope: Scope,
  file: { id: string; content: Uint8Array<ArrayBuffer>; contentType: string },
): Promise<FilePlace> {
  if (!usesBucket()) return { storage: "database", content: file.content };
  const response = await callBucket(scope, file.id, {
    method: "PUT",
    body: file.content,
    headers: {
      "content-type": file.contentType,
      // Signed with the rest: a bucket refuses a body that was changed on its way.
      "x-amz-content-sha256": createHash("sha256").update(file.content).digest("hex"),
    },
  });
  if (!response.ok) throw new BucketError("PUT", response.status);
  return { storage: "bucket", content: null };
}

/** The bytes of a stored file. Throws when the bucket does not give them, also when it has no such file. */
export async function readFile(
  scope: Scope,
  file: { id: string; storage: "database" | "bucket"; content: Uint8Array | null },
): Promise<Uint8Array<ArrayBuffer>> {
  if (file.storage === "database") return new Uint8Array(file.content ?? []);
  const response = await callBucket(scope, file.id, { method: "GET" });
  if (!response.ok) throw new BucketError("GET", response.status);
  return new Uint8Array(await response.arrayBuffer());
}

/** Removes a file from the bucket; one that is not there is removed. Files in the database go with their row. */
export async function removeFromBucket(scope: Scope, id: string): Promise<void> {
  const response = await callBucket(scope, id, { method: "DELETE" });
  if (!response.ok && response.status !== 404) throw new BucketError("DELETE", response.status);
}

/** What a bucket refused; its answer may repeat headers and is not kept. */
class BucketError extends Error {
  constructor(method: string, status: number) {
    super(`the bucket answered ${method} with ${status}`);
    this.name = "BucketError";
  }
}

function callBucket(scope: Scope, id: string, init: RequestInit): Promise<Response> {
  const { BUCKET_ENDPOINT, BUCKET_NAME, BUCKET_REGION, BUCKET_ACCESS_KEY, BUCKET_SECRET_KEY } = getEnv();
  if (!BUCKET_ENDPOINT || !BUCKET_NAME || !BUCKET_ACCESS_KEY || !BUCKET_SECRET_KEY)
    throw new Error("files are in a bucket, and the BUCKET_ variables are not set");
  const client = new AwsClient({
    accessKeyId: BUCKET_ACCESS_KEY,
    secretAccessKey: BUCKET_SECRET_KEY,
    service: "s3",
    region: BUCKET_REGION,
    retries: 3,
  });
  const address = `${BUCKET_ENDPOINT.replace(/\/$/, "")}/${BUCKET_NAME}/${scope.organizationId}/${id}`;
  return client.fetch(address, { ...init, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
}
