import { expect } from "vitest";
import type { Transaction } from "@/server/database";
import { withScope } from "@/server/database";
import type { Permission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import type { Cast } from "./cast";
import type { Place } from "./makers";

/** What came of a call. */
export type Observed = {
  result: unknown;
  error: unknown;
  /** Tables in which the caller's organization has changed. */
  changed: string[];
};

/**
 * What a call comes to. The first five mean that it works; apart from "changes" nothing may have changed, and whatever
 * the verdict, the other organization is exactly as before and the result tells nothing of it.
 * - changes: rows of the caller's organization
 * - runs: that is all
 * - shows: the result has the id of what was given, or (nothing given) names things of the caller's organization
 * - hides: the result does not have the id of what was given
 * - nothing: the result is empty
 * - the rest: the error that is thrown; "constraint" is a foreign key's
 */
export type Verdict<G> =
  | "changes"
  | "runs"
  | "shows"
  | "hides"
  | "nothing"
  | "not found"
  | "invalid"
  | "forbidden"
  | "conflict"
  | "constraint"
  | ((observed: Observed, given: G) => void | Promise<void>);

type Given<G> = (of: Cast, place: Place, caller: Cast) => G | Promise<G>;
export type Role = keyof Cast["people"];

/** How one query or command is called. */
export type Line<G> = {
  /** What is passed: a thing of the organization `of` at the place; `caller` for the call's other, rightful things. */
  given?: Given<G>;
  /** Whose scope; the manager of the whole organization unless said otherwise. */
  as?: Role | "job";
  call: (scope: Scope, given: G, caller: Cast) => unknown;
  /** With a thing of the caller's own organization. */
  own: Verdict<G>;
  /** With a thing of another organization; "takes nothing" for functions that take none. */
  foreign: Verdict<G> | "takes nothing";
  /** By a manager limited to one location, with a thing at another one (and then with one at the own location). */
  limited?: Verdict<G>;
  /** By an employee, with a thing of a colleague. */
  employee?: Verdict<G>;
  /** The result repeats what it was given, foreign or not. */
  echoes?: true;
};

/** How one server action is called, by its slug and its input. */
export type ActionLine<G> = {
  permission: Permission;
  given?: Given<G>;
  as?: Role;
  input: (given: G, caller: Cast) => unknown;
  own?: "changes" | "runs" | "shows";
  foreign: "not found" | "invalid" | "hides" | "nothing" | "changes" | "takes nothing";
};

/** A function without a scope and a database, and why it stands where queries and commands are. */
export type PureLine = { reason: string; call: () => unknown };

// Lines of different things stand in one table; each was checked where it was written.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyLine = { line: Line<any> } | { action: ActionLine<any> } | { pure: PureLine };
/** By the name of the export. Several lines for an export that takes several things. */
export type Lines = Record<string, AnyLine | AnyLine[]>;

export const line = <G>(definition: Line<G>): AnyLine => ({ line: definition });
export const action = <G>(definition: ActionLine<G>): AnyLine => ({ action: definition });
export const pure = (reason: string, call: () => unknown): AnyLine => ({ pure: { reason, call } });

/** A lock is held against others of the same organization, and not against another organization. */
export function lock(take: (tx: Transaction, scope: Scope) => Promise<void>): AnyLine {
  const whileHeld = async (holder: Scope, scope: Scope) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let taken = () => {};
    const isTaken = new Promise<void>((resolve) => {
      taken = resolve;
    });
    const holding = withScope(holder, async (tx) => {
      await take(tx, holder);
      taken();
      await held;
    });
    await isTaken;
    try {
      return await withScope(scope, async (tx) => {
        await tx.$executeRaw`set local lock_timeout = '200ms'`;
        await take(tx, scope);
        return "free";
      }).catch((error) => (/lock timeout/.test(String(error)) ? "waits" : Promise.reject(error)));
    } finally {
      release();
      await holding;
    }
  };
  const expecting =
    (answer: string): Verdict<Cast> =>
    ({ result, error }) => {
      expect(error).toBeUndefined();
      expect(result).toBe(answer);
    };
  // The name is read from here: a line has to call the export it is a line of.
  const call = (scope: Scope, of: Cast) => whileHeld(of.scope, scope);
  call.toString = () => take.name;
  return line({ given: (of): Cast => of, call, own: expecting("waits"), foreign: expecting("free") });
}
