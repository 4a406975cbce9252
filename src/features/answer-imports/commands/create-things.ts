import "server-only";
import { v7 as uuidv7 } from "uuid";
import { lockEmployees } from "@/features/people/commands/employee-checks";
import { lockLocations } from "@/features/people/commands/location-checks";
import { lockJourney } from "@/features/touchpoints/commands/journey-order";
import { type Transaction, withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { AnswerMapping } from "../mapping";
import { findAnswerImport } from "../queries/find-answer-import";
import type { Target, ThingKind } from "../rules/things";

/** Employees need a place to be. */
const IN_ORDER: readonly ThingKind[] = ["location", "touchpoint", "encounterType", "employee"];

/**
 * Creates what a file names and the organization does not have yet, and gives the targets their ids. Somebody may have
 * created one by hand in the meantime: then that is the one. The import remembers what it created, for its undo.
 */
export async function createThings(
  scope: Scope,
  importId: string,
  mapping: AnswerMapping,
  targets: readonly Target[],
): Promise<void> {
  const missing = targets.filter((target) => target.id === null);
  if (missing.length === 0) return;
  const ids = await withScope(scope, async (tx) => {
    await lockLocations(tx, scope);
    await lockJourney(tx, scope);
    await lockEmployees(tx, scope);
    const { created } = await findAnswerImport(tx, scope, importId, ["running"]);
    const given = new Map<Target, string>();
    for (const kind of IN_ORDER) {
      const ofKind = missing.filter((target) => target.kind === kind);
      if (ofKind.length === 0) continue;
      const known = await findByName(tx, scope, kind, ofKind);
      const fresh = ofKind.filter((target) => !known.has(target.name));
      for (const target of ofKind) given.set(target, known.get(target.name) ?? uuidv7());
      await insertThings(tx, scope, kind, mapping, fresh, (target) => target.id ?? given.get(target) ?? "");
      created[kind].push(...fresh.map((target) => given.get(target) ?? ""));
    }
    await tx.answerImport.update({ where: key(scope, importId), data: { created }, select: { id: true } });
    return given;
  });
  // Only now: a transaction that was given up and run again must not leave ids of things that never came to be.
  for (const [target, id] of ids) target.id = id;
}

async function findByName(
  tx: Transaction,
  scope: Scope,
  kind: ThingKind,
  targets: readonly Target[],
): Promise<Map<string, string>> {
  const where = {
    organizationId: scope.organizationId,
    archivedAt: null,
    name: { in: targets.map(({ name }) => name) },
  };
  const select = { id: true, name: true } as const;
  const orderBy = { id: "desc" } as const;
  const rows =
    kind === "touchpoint"
      ? await tx.touchpoint.findMany({ where, select, orderBy })
      : kind === "location"
        ? await tx.location.findMany({ where, select, orderBy })
        : kind === "employee"
          ? await tx.employee.findMany({ where, select, orderBy })
          : await tx.encounterType.findMany({ where, select, orderBy });
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function insertThings(
  tx: Transaction,
  scope: Scope,
  kind: ThingKind,
  mapping: AnswerMapping,
  targets: readonly Target[],
  idOf: (target: Target) => string,
): Promise<void> {
  const basics = (target: Target) => ({
    organizationId: scope.organizationId,
    id: idOf(target),
    name: target.name,
    createdAt: scope.now,
  });
  if (kind === "location") await tx.location.createMany({ data: targets.map(basics) });
  else if (kind === "encounterType") await tx.encounterType.createMany({ data: targets.map(basics) });
  else if (kind === "employee") {
    const data = targets.map((target) => {
      if (!target.location) throw new Error("a new employee without a location");
      return { ...basics(target), locationId: idOf(target.location) };
    });
    await tx.employee.createMany({ data });
  } else {
    const { stage, channel } = mapping.newTouchpoints;
    const last = await tx.touchpoint.aggregate({
      where: { organizationId: scope.organizationId, stage },
      _max: { position: true },
    });
    const first = (last._max.position ?? -1) + 1;
    await tx.touchpoint.createMany({
      data: targets.map((target, index) => ({
        ...basics(target),
        stage,
        channel: target.channel ?? channel,
        isCritical: false,
        position: first + index,
      })),
    });
  }
}
