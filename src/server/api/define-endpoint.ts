import "server-only";
import type { z } from "zod";
import type { ApiAccess } from "@/generated/prisma/enums";
import type { Scope } from "@/server/scope";
import type { Incoming } from "./incoming";
import type { ProblemKind } from "./problem";

/** A request's Idempotency-Key with the hash of what was asked, to tell the same request from another one. */
export type Idempotency = { key: string; requestHash: Uint8Array<ArrayBuffer> };

/** What an endpoint answers: one of its declared statuses with the body of that status. */
export type ApiAnswer = { status: number; body: unknown; headers?: Record<string, string> };

type ObjectSchema = z.ZodObject;
type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

/**
 * A file in the field `file` with other fields beside it (multipart/form-data); those in `json` are JSON. The endpoint reads
 * the stream itself.
 */
export type MultipartBody = {
  description: string;
  file: string;
  fields: ObjectSchema;
  json: readonly string[];
};

/** What `run` gets: everything read and checked. */
export type ApiRequest<P = unknown, Q = unknown, B = unknown> = {
  scope: Scope;
  path: P;
  query: Q;
  body: B;
  idempotency: Idempotency | null;
  /** For bodies that are not read beforehand. */
  request: Incoming;
};

/**
 * One act of the API: from it come the route's handler and its part of the OpenAPI document, so that neither can say
 * anything the other does not. Scope, access, size, type and shape of what is sent are checked before `run`.
 */
export type Endpoint = {
  method: "GET" | "POST";
  /** Below /api/v1; "{id}" is a part of the path named in `parameters`. */
  path: string;
  name: string;
  tag: string;
  /** Which keys may: "read" any key, "write" only those that write. */
  access: ApiAccess;
  summary: string;
  description?: string;
  parameters?: ObjectSchema;
  query?: ObjectSchema;
  body?: z.ZodType;
  /** Which schema a body is read by, where `body` is a union and its errors would name no place. */
  chooseBody?: (json: unknown) => z.ZodType;
  multipart?: MultipartBody;
  /** Accepts an Idempotency-Key. */
  isRepeatable?: true;
  mostBytes?: number;
  responses: Record<number, { description: string; schema: z.ZodType }>;
  /** Problems beyond those every endpoint can have. */
  problems?: readonly ProblemKind[];
  run: (request: ApiRequest<never, never, never>) => Promise<ApiAnswer>;
};

/** Defines an endpoint; only for its types. */
export function defineEndpoint<
  P extends ObjectSchema | undefined = undefined,
  Q extends ObjectSchema | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Omit<Endpoint, "parameters" | "query" | "body" | "run"> & {
    parameters?: P;
    query?: Q;
    body?: B;
    run: (request: ApiRequest<Read<P>, Read<Q>, Read<B>>) => Promise<ApiAnswer>;
  },
): Endpoint {
  return definition as unknown as Endpoint;
}
