import { describe, expect, it } from "vitest";
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from "@/server/errors";
import { hasPermission } from "@/server/permissions";
import type { Cast } from "./cast";
import type { Exported } from "./exports";
import type { ActionLine, AnyLine, Line, Observed, PureLine, Role, Verdict } from "./line";
import type { Place } from "./makers";
import { afterwards, signedIn } from "./signed-in";
import { changedTables, idsIn, type Snapshot } from "./snapshot";

/** Written by triggers with what they watch: a change of an answer or encounter, said once. */
const JOURNALS = ["answer_changes", "outcome_changes"];

/** What the tests of a line work with; filled before the first test. */
export type World = {
  north: Cast;
  south: Cast;
  exports: Map<string, Exported>;
  snapshots: (...organizationIds: string[]) => Promise<Snapshot[]>;
  idsOf: (organizationId: string) => Promise<Set<string>>;
};

const ERRORS: Record<string, (error: unknown) => boolean> = {
  "not found": (error) => error instanceof NotFoundError,
  invalid: (error) => error instanceof InvalidInputError,
  forbidden: (error) => error instanceof ForbiddenError,
  conflict: (error) => error instanceof ConflictError,
  constraint: (error) => /foreign key constraint/i.test(String(error)),
};

/** A result as text, maps and sets and byte strings too. */
function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, part) => {
    if (part instanceof Map) return [...part];
    if (part instanceof Set) return [...part];
    if (typeof part === "bigint" || typeof part === "function") return String(part);
    return part;
  });
  return text ?? "";
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Map || value instanceof Set) return value.size === 0;
  return typeof value === "object" && "rows" in value && "total" in value
    ? isNothing(value.rows) && value.total === 0
    : false;
}

/** Calls, and checks what holds whatever the call: the other organization is untouched and unseen. */
async function observe(
  { snapshots, idsOf }: World,
  { caller, other }: { caller: Cast; other: Cast },
  call: () => unknown,
  echoes = false,
): Promise<Observed> {
  const read = async () => {
    const [here, there] = await snapshots(caller.organization.id, other.organization.id);
    return { here: here as Snapshot, there: there as Snapshot };
  };
  const before = await read();
  let result: unknown;
  let error: unknown;
  try {
    result = await call();
  } catch (thrown) {
    const { digest } = thrown as { digest?: string };
    if (digest?.startsWith("NEXT_REDIRECT")) result = { redirect: digest };
    else error = thrown;
  }
  await Promise.all(afterwards.splice(0));
  const after = await read();
  expect(changedTables(before.there, after.there), "changed in the other organization").toEqual([]);
  if (!echoes) {
    const { fields, values } = (error ?? {}) as { fields?: unknown; values?: unknown };
    const seen = textOf([result, fields, values]);
    expect(seen.includes(other.mark), `something of the other organization in ${seen}`).toBe(false);
    const ids = idsIn(seen);
    if (ids.size > 0) {
      const theirs = await idsOf(other.organization.id);
      // Somebody of this organization who also did something there is no secret here.
      const ours = await idsOf(caller.organization.id);
      const leaked = [...ids].filter((id) => theirs.has(id) && !ours.has(id));
      expect(leaked, "ids of the other organization in the result").toEqual([]);
    }
  }
  return {
    result,
    error,
    changed: changedTables(before.here, after.here).filter((table) => !JOURNALS.includes(table)),
  };
}

async function judge<G>(observed: Observed, verdict: Verdict<G>, given: G, caller: Cast): Promise<void> {
  if (typeof verdict === "function") {
    await verdict(observed, given);
    return;
  }
  const { result, error, changed } = observed;
  const isExpectedError = ERRORS[verdict];
  if (isExpectedError) {
    expect(isExpectedError(error), `"${verdict}" expected, got ${error ?? textOf(result)}`).toBe(true);
    expect(changed).toEqual([]);
    return;
  }
  if (error) throw error;
  if (verdict === "changes") {
    expect(changed).not.toEqual([]);
    return;
  }
  expect(changed).toEqual([]);
  const id = (given as { id?: string } | undefined)?.id;
  if (verdict === "shows") expect(textOf(result)).toContain(id ?? caller.mark);
  if (verdict === "hides") expect(textOf(result)).not.toContain(id ?? "the id of what was given");
  if (verdict === "nothing") expect(isNothing(result), `nothing expected, got ${textOf(result)}`).toBe(true);
}

/** A thing of `of` for `caller`, as the line makes it. */
const give = <G>(definition: { given?: Line<G>["given"] }, of: Cast, place: Place, caller: Cast) =>
  definition.given?.(of, place, caller) as G | Promise<G>;

/** Which of a line's calls are made: all, or those in which another organization's things could come up. */
type Steps = { only?: "foreign" };

function testLine<G>(world: World, definition: Line<G>, { only }: Steps): void {
  const { as = "manager", call, own, foreign, limited, employee, echoes } = definition;
  const run = async (role: Role | "job", of: Cast, place: (cast: Cast) => Place, verdict: Verdict<G>) => {
    const { north: caller, south: other } = world;
    const given = await give(definition, of, place(of), caller);
    const scope = role === "job" ? caller.scope : caller.people[role].scope;
    const observed = await observe(world, { caller, other }, () => call(scope, given, caller), echoes);
    await judge(observed, verdict, given, caller);
  };
  const here = (cast: Cast) => cast.here;
  const elsewhere = (cast: Cast) => cast.elsewhere;

  if (foreign !== "takes nothing") it("foreign", () => run(as, world.south, here, foreign));
  if (!only || foreign === "takes nothing") it("own", () => run(as, world.north, here, own));
  if (only) return;
  if (limited) {
    it("manager of another location", () => run("localManager", world.north, elsewhere, limited));
    // What concerns the whole organization is forbidden wherever the thing is.
    it("manager of the location", () =>
      run("localManager", world.north, here, limited === "forbidden" ? limited : own));
  }
  if (employee) {
    it("another employee", () => run("employee", world.north, elsewhere, employee));
  }
}

type AnyAction = (slug: string, input: unknown) => Promise<{ ok: boolean; code?: string; data?: unknown }>;
const CODES: Record<string, string> = { "not found": "not-found", invalid: "invalid" };

function testAction<G>(world: World, name: string, definition: ActionLine<G>, { only }: Steps): void {
  const { as = "owner", input, permission, own = "changes", foreign } = definition;
  const run = () => world.exports.get(name)?.run as unknown as AnyAction;
  const callAs = async (role: Role | null, slug: string, given: G | null) => {
    const { north: caller, south: other } = world;
    signedIn.person = role && caller.people[role];
    const observed = await observe(world, { caller, other }, () =>
      run()(slug, given === null ? null : input(given, caller)),
    );
    if (observed.error) throw observed.error;
    const answer = observed.result as Awaited<ReturnType<AnyAction>>;
    return { answer, observed: { ...observed, result: answer.data } };
  };
  const given = async (of: Cast) => (await give(definition, of, of.here, world.north)) ?? ({} as G);

  if (foreign !== "takes nothing") {
    it("foreign", async () => {
      const thing = await given(world.south);
      const { answer, observed } = await callAs(as, world.north.slug, thing);
      const code = CODES[foreign];
      expect(answer).toMatchObject(code ? { ok: false, code } : { ok: true });
      if (code) expect(observed.changed).toEqual([]);
      else await judge(observed, foreign, thing, world.north);
    });
  }
  it("in another organization, or signed out", async () => {
    const thing = await given(world.south);
    for (const role of [as, null]) {
      const { answer, observed } = await callAs(role, world.south.slug, thing);
      expect(answer).toMatchObject({ ok: false, code: "not-found" });
      expect(observed.changed).toEqual([]);
    }
  });
  if (only) return;
  it("own", async () => {
    const thing = await given(world.north);
    const { answer, observed } = await callAs(as, world.north.slug, thing);
    expect(answer).toMatchObject({ ok: true });
    await judge(observed, own, thing, world.north);
  });
  it("by each role", async () => {
    const thing = await given(world.north);
    const roles: Role[] = ["owner", "manager", "consultant", "employee"];
    for (const role of roles) {
      if (hasPermission(world.north.people[role].scope.role, permission)) {
        // Allowed: it gets as far as the input, and there is none.
        const { answer } = await callAs(role, world.north.slug, null);
        expect(answer, role).toMatchObject({ ok: false, code: "invalid" });
      } else {
        const { answer, observed } = await callAs(role, world.north.slug, thing);
        expect(answer, role).toMatchObject({ ok: false, code: "forbidden" });
        expect(observed.changed).toEqual([]);
      }
    }
  });
}

function testPure({ reason, call }: PureLine): void {
  it(`needs no scope: ${reason}`, () => {
    // What answers at once has not asked the database.
    const result = call();
    expect(result).toBeDefined();
    expect(result).not.toBeInstanceOf(Promise);
  });
}

/** Registers the tests of all lines. */
export function testTable(world: World, entries: [string, AnyLine, number][], steps: Steps = {}): void {
  for (const [name, found, index] of entries) {
    if ("pure" in found && steps.only) continue;
    describe(index === 0 ? name : `${name} (${index + 1})`, () => {
      if ("line" in found) testLine(world, found.line, steps);
      if ("action" in found) testAction(world, name, found.action, steps);
      if ("pure" in found) testPure(found.pure);
    });
  }
}
