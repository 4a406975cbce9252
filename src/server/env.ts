import { z } from "zod";

const whole = (minimum: number, maximum: number, fallback: number) =>
  z.coerce.number().int().min(minimum).max(maximum).default(fallback);

const postgresUrl = z
  .string()
  .regex(
    /^postgres(ql)?:\/\/[^\s/]+\/[^\s/?]+/,
    "must look like postgres://user:password@host:5432/database",
  );

/** Every variable the product reads; `.env.example` explains each. */
export const environmentSchema = z
  .object({
    DATABASE_URL: postgresUrl,
    DATABASE_OWNER_URL: postgresUrl.optional(),
    DATABASE_POOL_SIZE: whole(1, 500, 10),
    APP_URL: z.url({
      protocol: /^https?$/,
      error: "must be the address people open, e.g. https://survey.example.com",
    }),
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
    WORKER_CONCURRENCY: whole(1, 100, 4),
    TRUST_PROXY: whole(0, 10, 0),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    OIDC_NAME: z.string().min(1).optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    DEMO: z.stringbool().default(false),
  })
  .superRefine((environment, context) => {
    const oidc = ["OIDC_NAME", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
    const missing = oidc.filter((name) => environment[name] === undefined);
    if (missing.length > 0 && missing.length < oidc.length) {
      for (const name of missing) {
        context.addIssue({
          code: "custom",
          path: [name],
          message: "is needed when another OIDC_ variable is set",
        });
      }
    }
  });

export type Environment = z.output<typeof environmentSchema>;

/** The environment's mistakes, one line each, without the values (they may be secrets). */
export class EnvironmentError extends Error {
  readonly lines: string[];
  constructor(issues: readonly z.core.$ZodIssue[]) {
    const lines = issues.map((issue) => {
      const name = issue.path.join(".");
      const isMissing = issue.code === "invalid_type" && issue.input === undefined;
      return `${name}: ${isMissing ? "is missing" : issue.message}`;
    });
    super(lines.join("\n"));
    this.lines = lines;
  }
}

let parsed: { source: string; environment: Environment } | undefined;

/** The parsed environment; throws EnvironmentError. Parsed again only when DATABASE_URL changes (tests do that). */
export function getEnv(): Environment {
  const source = process.env.DATABASE_URL ?? "";
  if (parsed?.source !== source) {
    const result = environmentSchema.safeParse(
      Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
    );
    if (!result.success) throw new EnvironmentError(result.error.issues);
    parsed = { source, environment: result.data };
  }
  return parsed.environment;
}
