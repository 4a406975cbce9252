import "server-only";
import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { ActionFailure, ActionFailureCode, ServerAction } from "@/server/action-result";
import {
  ConflictError,
  ExpectedError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  TooManyError,
} from "@/server/errors";
import { formDataToObject } from "@/server/form-data";
import { log } from "@/server/log";
import type { Permission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { authorize } from "@/server/session";

type ErrorTranslator = (key: string, values?: Record<string, string | number>) => string;

/**
 * Makes a server action of an organization: first the session and membership, then the permission (`authorize`), then the
 * input, then `run`. What `run` returns is `data`; an expected error becomes its code and text in the user's language; any other
 * error stays in the log under a request id.
 */
export function defineAction<S extends z.ZodType, T>(definition: {
  input: S;
  permission: Permission;
  run: (scope: Scope, input: z.output<S>) => Promise<T>;
}): ServerAction<z.input<S>, T> {
  return async (organization, rawInput) => {
    try {
      const scope = await authorize(organization, definition.permission);
      const input = parseInput(definition.input, rawInput);
      return { ok: true, data: await definition.run(scope, input) };
    } catch (error) {
      return toActionFailure(error);
    }
  };
}

/** Makes a server action for people who need no organization (sign-in, password reset, own account). */
export function definePublicAction<S extends z.ZodType, T>(definition: {
  input: S;
  run: (input: z.output<S>) => Promise<T>;
}) {
  return async (rawInput: FormData | z.input<S>) => {
    try {
      return { ok: true as const, data: await definition.run(parseInput(definition.input, rawInput)) };
    } catch (error) {
      return toActionFailure(error);
    }
  };
}

class UnparsableInput extends Error {
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super("input does not fit its schema");
    this.issues = issues;
  }
}

function parseInput<S extends z.ZodType>(schema: S, rawInput: unknown): z.output<S> {
  const result = schema.safeParse(rawInput instanceof FormData ? formDataToObject(rawInput) : rawInput);
  if (!result.success) throw new UnparsableInput(result.error.issues);
  return result.data;
}

/** Turns what was thrown into what the browser may know; Next's own signals (redirect, not found) pass through. */
export async function toActionFailure(error: unknown): Promise<ActionFailure> {
  unstable_rethrow(error);
  const translate = (await getTranslations("errors")) as unknown as ErrorTranslator & {
    has: (key: string) => boolean;
  };
  if (error instanceof UnparsableInput) {
    const fields: Record<string, string> = {};
    for (const issue of error.issues) {
      const field = issue.path.join(".");
      fields[field] ??= describeIssue(translate, issue);
    }
    return { ok: false, code: "invalid", message: translate("invalid"), fields };
  }
  if (error instanceof InvalidInputError) {
    const fields = Object.fromEntries(
      Object.entries(error.fields).map(([field, key]) => [field, translate(key, error.values)]),
    );
    return { ok: false, code: "invalid", message: translate("invalid"), fields };
  }
  if (error instanceof ExpectedError) {
    return { ok: false, code: failureCode(error), message: translate(error.message, error.values) };
  }
  const requestId = randomUUID();
  log("error", "action failed", { requestId, error });
  return { ok: false, code: "unexpected", message: translate("unexpected", { requestId }), requestId };
}

function failureCode(error: ExpectedError): ActionFailureCode {
  if (error instanceof NotFoundError) return "not-found";
  if (error instanceof ForbiddenError) return "forbidden";
  if (error instanceof TooManyError) return "too-many";
  if (error instanceof ConflictError) return "conflict";
  return "invalid";
}

function describeIssue(
  translate: ErrorTranslator & { has: (key: string) => boolean },
  issue: z.core.$ZodIssue,
): string {
  if (translate.has(issue.message)) return translate(issue.message);
  if (issue.code === "too_small") {
    if (issue.origin === "string") return translate("tooShort", { minimum: Number(issue.minimum) });
    if (issue.origin === "array") return translate("chooseAtLeast", { minimum: Number(issue.minimum) });
    return translate("tooSmall", { minimum: Number(issue.minimum) });
  }
  if (issue.code === "too_big") {
    if (issue.origin === "string") return translate("tooLong", { maximum: Number(issue.maximum) });
    if (issue.origin === "array") return translate("chooseAtMost", { maximum: Number(issue.maximum) });
    return translate("tooBig", { maximum: Number(issue.maximum) });
  }
  if (issue.code === "invalid_value") return translate("chooseOne");
  if (issue.code === "invalid_type" && issue.input === undefined) return translate("required");
  return translate("invalidValue");
}
