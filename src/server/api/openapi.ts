import "server-only";
import { z } from "zod";
import { getEnv } from "@/server/env";
import type { Endpoint } from "./define-endpoint";
import { GUIDE } from "./guide";
import { PROBLEMS, type ProblemKind } from "./problem";

export type JsonSchema = Record<string, unknown>;

const problem = z
  .object({
    type: z.string().describe("An address that explains this kind of problem, or about:blank."),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z
      .string()
      .optional()
      .describe("The request's id, as urn:uuid. Missing when the request was not begun with."),
    errors: z
      .array(
        z.object({ pointer: z.string().optional(), parameter: z.string().optional(), detail: z.string() }),
      )
      .optional(),
  })
  .meta({ id: "Problem", description: "Problem details by RFC 9457." });

const EVERYWHERE: readonly ProblemKind[] = ["unauthorized", "too-many-requests", "unexpected", "unavailable"];

/** Problems an endpoint can answer with, by what it takes. */
function problemsOf(endpoint: Endpoint): ProblemKind[] {
  const sends = endpoint.body ?? endpoint.multipart;
  const all: ProblemKind[] = [
    "invalid-request",
    ...EVERYWHERE,
    ...(endpoint.access === "write" ? (["forbidden"] as const) : []),
    ...(endpoint.parameters ? (["not-found"] as const) : []),
    ...(sends ? (["too-large", "unsupported-media-type", "invalid-content"] as const) : []),
    ...(endpoint.problems ?? []),
  ];
  return [...new Set(all)].sort((one, other) => PROBLEMS[one].status - PROBLEMS[other].status);
}

/** Turns zod schemas into JSON Schema; those with an id become shared parts, each once. */
class SchemaWriter {
  readonly shared: Record<string, JsonSchema> = {};

  write(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const {
      $schema: _,
      $defs,
      ...written
    } = z.toJSONSchema(schema, {
      target: "draft-2020-12",
      io,
      // A format says it shorter than the pattern that checks it.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format) delete jsonSchema.pattern;
        delete jsonSchema.id;
      },
    }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [name, definition] of Object.entries($defs ?? {})) this.share(name, definition);
    return refer(written);
  }

  private share(name: string, definition: JsonSchema) {
    const referred = refer(definition);
    const known = this.shared[name];
    if (known && JSON.stringify(known) !== JSON.stringify(referred)) {
      throw new Error(`two schemas of the API are called ${name}`);
    }
    this.shared[name] = referred;
  }
}

function refer(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

function parametersOf(writer: SchemaWriter, endpoint: Endpoint): JsonSchema[] {
  const of = (schema: z.ZodObject | undefined, place: "path" | "query") => {
    if (!schema) return [];
    const { required = [] } = z.toJSONSchema(schema, { io: "input" }) as { required?: string[] };
    return Object.entries(schema.shape).map(([name, field]) => {
      const { description, ...rest } = writer.write(field as z.ZodType, "input");
      return {
        name,
        in: place,
        required: required.includes(name),
        ...(description ? { description } : {}),
        schema: rest,
      };
    });
  };
  const repeatable = endpoint.isRepeatable ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : [];
  return [...of(endpoint.parameters, "path"), ...of(endpoint.query, "query"), ...repeatable];
}

function bodyOf(writer: SchemaWriter, endpoint: Endpoint): JsonSchema {
  if (endpoint.body) {
    const schema = writer.write(endpoint.body, "input");
    return { requestBody: { required: true, content: { "application/json": { schema } } } };
  }
  if (!endpoint.multipart) return {};
  const { fields, file, json, description } = endpoint.multipart;
  const written = writer.write(fields, "input") as { properties: JsonSchema; required?: string[] };
  const schema = {
    ...written,
    properties: { ...written.properties, [file]: { type: "string", format: "binary" } },
    required: [...(written.required ?? []), file],
  };
  const encoding = Object.fromEntries(json.map((name) => [name, { contentType: "application/json" }]));
  const content = { "multipart/form-data": { schema, encoding } };
  return { requestBody: { description, required: true, content } };
}

function operationOf(writer: SchemaWriter, endpoint: Endpoint): JsonSchema {
  const headers = {
    "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" },
    "RateLimit-Limit": { $ref: "#/components/headers/RateLimit-Limit" },
    "RateLimit-Remaining": { $ref: "#/components/headers/RateLimit-Remaining" },
    "RateLimit-Reset": { $ref: "#/components/headers/RateLimit-Reset" },
  };
  const successes = Object.entries(endpoint.responses).map(([status, { description, schema }]) => [
    status,
    { description, headers, content: { "application/json": { schema: writer.write(schema, "output") } } },
  ]);
  const problems = problemsOf(endpoint).map((kind) => [
    String(PROBLEMS[kind].status),
    { $ref: `#/components/responses/${kind}` },
  ]);
  const key = endpoint.access === "write" ? "Needs a key that writes." : "Any key will do.";
  return {
    operationId: endpoint.name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: [endpoint.description, key].filter(Boolean).join(" "),
    parameters: parametersOf(writer, endpoint),
    ...bodyOf(writer, endpoint),
    responses: Object.fromEntries([...successes, ...problems]),
  };
}

const wholeNumberHeader = (description: string) => ({ description, schema: { type: "integer" } });

/** The OpenAPI 3.1 document of the endpoints. Throws for schemas that contradict each other: a mistake in the program. */
export function writeOpenApi(endpoints: readonly Endpoint[]) {
  const writer = new SchemaWriter();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of endpoints) {
    const path = paths[endpoint.path] ?? {};
    paths[endpoint.path] = path;
    path[endpoint.method.toLowerCase()] = operationOf(writer, endpoint);
  }
  const problemSchema = writer.write(problem, "output");
  const responses = Object.entries(PROBLEMS).map(([kind, { title }]) => [
    kind,
    { description: title, content: { "application/problem+json": { schema: problemSchema } } },
  ]);
  return {
    openapi: "3.1.1",
    info: {
      title: "Lastmetre API",
      version: "1",
      description: GUIDE.map(({ title, paragraphs }) => `## ${title}\n\n${paragraphs.join("\n\n")}`).join(
        "\n\n",
      ),
    },
    servers: [{ url: `${getEnv().APP_URL}/api/v1` }],
    security: [{ key: [] }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key made in the settings: lm_…" },
      },
      parameters: {
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          required: false,
          description: "The same key again gives the same answer and does nothing new.",
          schema: { type: "string", minLength: 1, maxLength: 200, pattern: "^[\\x21-\\x7e]+$" },
        },
      },
      headers: {
        "X-Request-Id": { description: "The request's id.", schema: { type: "string", format: "uuid" } },
        "RateLimit-Limit": wholeNumberHeader("Requests this key may make a minute."),
        "RateLimit-Remaining": wholeNumberHeader("How many of them are left."),
        "RateLimit-Reset": wholeNumberHeader("Seconds until there are all of them again."),
      },
      responses: Object.fromEntries(responses),
      schemas: writer.shared,
    },
  };
}

export type OpenApi = ReturnType<typeof writeOpenApi>;
