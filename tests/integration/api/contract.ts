import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { type ApiReply, callApi } from "./call-api";

type Answer = {
  $ref?: string;
  content?: Record<string, { schema: object }>;
  headers?: Record<string, unknown>;
};
type Operation = { responses: Record<string, Answer>; security?: unknown };
export type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, Answer> };
};

const FORMATS = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^https?:\/\//,
  binary: true as const,
};

/** Holds every answer against the served document; remembers which of its operations and statuses were seen. */
export class Contract {
  readonly seen = new Set<string>();
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = new Ajv2020({ allErrors: true, strict: false, formats: FORMATS });

  private constructor(readonly document: Document) {
    this.#ajv.addSchema({ $id: "document", components: { schemas: document.components.schemas } });
  }

  static async load(): Promise<Contract> {
    const { status, body } = await callApi("GET", "/openapi.json");
    expect(status).toBe(200);
    return new Contract(body);
  }

  /** Calls the API and checks the answer against the operation of this path. */
  async call(
    method: string,
    template: string,
    options: Parameters<typeof callApi>[2] & { path?: string } = {},
  ): Promise<ApiReply> {
    const reply = await callApi(method, options.path ?? template, options);
    this.check(`${method} ${template}`, this.document.paths[template]?.[method.toLowerCase()], reply);
    return reply;
  }

  private check(name: string, operation: Operation | undefined, reply: ApiReply) {
    const place = `${name} ${reply.status}`;
    const declared = operation?.responses[reply.status];
    expect(declared, `${place} is not in the document: ${JSON.stringify(reply.body)}`).toBeDefined();
    this.seen.add(place);
    const answer = declared?.$ref ? this.#resolve(declared.$ref) : (declared as Answer);
    const [type, content] = Object.entries(answer.content ?? {})[0] ?? [];
    expect(reply.headers.get("content-type"), place).toBe(type);
    for (const header of Object.keys(answer.headers ?? {}))
      expect(reply.headers.get(header), header).toBeTruthy();
    const validate = this.#validator(place, content?.schema ?? {});
    expect(
      validate(reply.body),
      `${place}: ${explain(validate.errors)} in ${JSON.stringify(reply.body)}`,
    ).toBe(true);
  }

  /** Checks problem details that belong to no operation. */
  checkProblem(reply: ApiReply, status: number) {
    expect(reply.status).toBe(status);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    const validate = this.#validator("problem", { $ref: "#/components/schemas/Problem" });
    expect(validate(reply.body), explain(validate.errors)).toBe(true);
    expect(reply.body.status).toBe(status);
    expect(reply.body.instance).toBe(`urn:uuid:${reply.headers.get("x-request-id")}`);
  }

  #resolve(reference: string): Answer {
    const name = reference.split("/").at(-1) as string;
    return this.document.components.responses[name] as Answer;
  }

  #validator(name: string, schema: object): ValidateFunction {
    let validate = this.#validators.get(name);
    if (!validate) {
      const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
      validate = this.#ajv.compile(JSON.parse(text));
      this.#validators.set(name, validate);
    }
    return validate;
  }
}

const explain = (errors: ErrorObject[] | null | undefined) =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join("; ");
