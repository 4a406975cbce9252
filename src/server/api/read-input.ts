import "server-only";
import type { z } from "zod";
import { jsonPointer, Problem, type ProblemPlace } from "./problem";

/** Reads a body by its schema. Throws Problem (422) that names every place that is wrong. */
export function readBody<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(explain).map(({ path, detail }) => ({
    pointer: jsonPointer(path),
    detail,
  }));
  throw new Problem("invalid-content", "The body does not have the described form.", { errors });
}

/** Reads the address's parameters. Throws Problem (400) that names those that are wrong, unknown ones included. */
export function readQuery<S extends z.ZodObject>(schema: S, search: URLSearchParams): z.output<S> {
  const names = [...new Set(search.keys())];
  const unknown = names.filter((name) => !(name in schema.shape));
  const repeated = names.filter((name) => search.getAll(name).length > 1);
  const errors: ProblemPlace[] = [
    ...unknown.map((parameter) => ({ parameter, detail: "There is no such parameter." })),
    ...repeated.map((parameter) => ({ parameter, detail: "Give it once." })),
  ];
  const result = schema.safeParse(Object.fromEntries(search));
  for (const issue of result.error?.issues ?? []) {
    errors.push({ parameter: String(issue.path[0] ?? ""), detail: issue.message });
  }
  if (result.success && errors.length === 0) return result.data;
  throw new Problem("invalid-request", "The parameters are not as described.", { errors });
}

type Explained = { path: PropertyKey[]; detail: string };

/** An issue as places: unknown fields one by one, a union by the errors of the alternative that came closest. */
function explain(issue: z.core.$ZodIssue): Explained[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], detail: "There is no such field." }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((one, other) => one.length - other.length)[0] ?? [];
    return closest.flatMap(explain).map(({ path, detail }) => ({ path: [...issue.path, ...path], detail }));
  }
  return [{ path: [...issue.path], detail: issue.message }];
}
