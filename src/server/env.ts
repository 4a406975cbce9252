import { z } from "zod";

const whole = (minimum: number, maximum: number, fallback: number) => {
  const error = `must be a whole number from ${minimum} to ${maximum}`;
  return z.coerce
    .number({ error })
    .int({ error })
    .min(minimum, { error })
    .max(maximum, { error })
    .default(fallback);
};

const postgresUrl = z
  .string()
  .refine(
    (url) => /^postgres(ql)?:\/\/[^\s/]+\/[^\s/?]+/.test(url) && URL.canParse(url),
    "must look like postgres://user:password@host:5432/database (special characters percent-encoded)",
  );

/** Every variable the product reads; `.env.example` explains each. */
export const environmentSchema = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: whole(1, 500, 10),
  APP_URL: z
    .string()
    .regex(
      /^https?:\/\/[^\s/?#]+\/?$/,
      "must be the address people open, without a path, e.g. https://survey.example.com",
    )
    .transform((url) => url.replace(/\/$/, "")),
  AUTH_SECRET: z.string().min(32, "must be at least 32 characters; make one with: openssl rand -base64 48"),
  SMTP_URL: z.url({
    protocol: /^smtps?$/,
    error: "must look like smtp://user:password@mail.example.com:587",
  }),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^<>\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/,
      "must look like Lastmetre <no-reply@example.com>",
    ),
  HOST: z.string().default("0.0.0.0"),
  PORT: whole(1, 65535, 3000),
  WEB_CONCURRENCY: whole(1, 10_000, 32),
  WEB_QUEUE: whole(0, 100_000, 1000),
  WEB_QUEUE_SECONDS: whole(1, 300, 10),
  WORKER_CONCURRENCY: whole(1, 100, 4),
  TRUST_PROXY: whole(0, 10, 0),
  API_REQUESTS_PER_MINUTE: whole(1, 100_000_000, 6000),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" })
    .default("info"),
  FILE_STORAGE: z.enum(["database", "bucket"], { error: "must be database or bucket" }).default("database"),
  BUCKET_ENDPOINT: z
    .string()
    .regex(
      /^https?:\/\/[^\s/?#@]+\/?$/,
      "must be the address of the service without the bucket's name, e.g. https://s3.eu-north-1.amazonaws.com",
    )
    .transform((url) => url.replace(/\/$/, ""))
    .optional(),
  BUCKET_NAME: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      "must be a bucket's name: 3 to 63 of a–z, 0–9, dots and hyphens",
    )
    .optional(),
  BUCKET_REGION: z.string().min(1).default("us-east-1"),
  BUCKET_ACCESS_KEY: z.string().min(1).optional(),
  BUCKET_SECRET_KEY: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).optional(),
  OIDC_ISSUER: z.url({ error: "must be the issuer's address, e.g. https://login.example.com" }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  DEMO: z.stringbool({ error: "must be true or false" }).default(false),
});

/** Single sign-on needs all of its variables or none. */
const oidcVariables = ["OIDC_NAME", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** Needed when files go to a bucket. Without one they may be there, for files that went there before. */
const bucketVariables = ["BUCKET_ENDPOINT", "BUCKET_NAME", "BUCKET_ACCESS_KEY", "BUCKET_SECRET_KEY"] as const;

export type Environment = z.output<typeof environmentSchema>;

/** The environment's mistakes, one line each, without the values (they may be secrets). */
export class EnvironmentError extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** Reads the variables; an empty one counts as not set. Throws EnvironmentError with every mistake there is. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const variables = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const result = environmentSchema.safeParse(variables);
  const lines = (result.error?.issues ?? []).map((issue) => describeMistake(issue, variables));
  const missing = oidcVariables.filter((name) => variables[name] === undefined);
  if (missing.length > 0 && missing.length < oidcVariables.length) {
    lines.push(...missing.map((name) => `${name}: is needed when another OIDC_ variable is set`));
  }
  if (variables.FILE_STORAGE === "bucket") {
    lines.push(
      ...bucketVariables
        .filter((name) => variables[name] === undefined)
        .map((name) => `${name}: is needed when FILE_STORAGE is bucket`),
    );
  }
  if (!result.success || lines.length > 0) throw new EnvironmentError(lines);
  return result.data;
}

function describeMistake(issue: z.core.$ZodIssue, variables: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  if (variables[name] === undefined) return `${name}: is missing`;
  return `${name}: ${issue.message}`;
}

let parsed: { source: string; environment: Environment } | undefined;

/** The parsed environment; throws EnvironmentError. Parsed again only when DATABASE_URL changes (tests do that). */
export function getEnv(): Environment {
  const source = process.env.DATABASE_URL ?? "";
  if (parsed?.source !== source) parsed = { source, environment: parseEnvironment(process.env) };
  return parsed.environment;
}
