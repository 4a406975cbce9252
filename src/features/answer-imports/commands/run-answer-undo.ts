import "server-only";
import { employeeIsUsed, locationIsUsed } from "@/features/people/usage-sql";
import { encounterTypeIsUsed, touchpointIsUsed } from "@/features/touchpoints/usage-sql";
import { Prisma } from "@/generated/prisma/client";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import type { CreatedThings } from "../created-things";
import { REJECTIONS_KEPT_DAYS } from "../formats";
import { findAnswerImport } from "../queries/find-answer-import";
import { requireAnswerImports } from "../queries/require-answer-imports";
import type { ThingKind } from "../rules/things";
import { forgetLater } from "./forget-later";

const BATCH = 5_000;

/**
 * Takes back what an import stored, batch by batch; interrupted, it goes on with what is left. Then the touchpoints,
 * employees, locations and encounter types that the import created are deleted, but for those that something else uses
 * by now. `afterBatch` is called after each batch (tests stop an undo there).
 */
export async function runAnswerUndo(
  scope: Scope,
  importId: string,
  { afterBatch }: { afterBatch?: () => void } = {},
): Promise<void> {
  requireAnswerImports(scope);
  for (let left = true; left; ) {
    left = await withScope(scope, (tx) => deleteBatch(tx, scope, importId));
    afterBatch?.();
  }
  await withScope(scope, (tx) => finishUndo(tx, scope, importId));
}

/** Whether there may be more. */
async function deleteBatch(tx: Transaction, scope: Scope, importId: string): Promise<boolean> {
  const { organizationId } = scope;
  const [state] = await tx.$queryRaw<{ status: string }[]>`
    select status::text from answer_imports
     where organization_id = ${organizationId}::uuid and id = ${importId}::uuid for update`;
  if (state?.status !== "undoing") return false;
  const doomed = await tx.$queryRaw<{ id: string }[]>`
    select id from responses
     where organization_id = ${organizationId}::uuid and answer_import_id = ${importId}::uuid limit ${BATCH}`;
  if (doomed.length === 0) return false;
  const ids = `{${doomed.map(({ id }) => id).join(",")}}`;
  // Answers first and all at once: deleting them one by one behind their responses takes several times as long.
  await tx.$executeRaw`
    delete from answers where organization_id = ${organizationId}::uuid and response_id = any(${ids}::uuid[])`;
  const deleted = await tx.$executeRaw`
    delete from responses where organization_id = ${organizationId}::uuid and id = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    update answer_imports set answers_stored = greatest(0, answers_stored - ${deleted}::int)
     where organization_id = ${organizationId}::uuid and id = ${importId}::uuid`;
  return doomed.length === BATCH;
}

const REMOVALS: [ThingKind, Prisma.Sql, Prisma.Sql][] = [
  ["employee", Prisma.sql`employees`, employeeIsUsed],
  ["location", Prisma.sql`locations`, locationIsUsed],
  ["touchpoint", Prisma.sql`touchpoints`, touchpointIsUsed],
  ["encounterType", Prisma.sql`encounter_types`, encounterTypeIsUsed],
];

async function finishUndo(tx: Transaction, scope: Scope, importId: string): Promise<void> {
  const { status, created, fileName } = await findAnswerImport(tx, scope, importId);
  if (status !== "undoing") return;
  const kept: CreatedThings = { touchpoint: [], employee: [], location: [], encounterType: [] };
  for (const [kind, table, isUsed] of REMOVALS) {
    const ids = created[kind];
    if (ids.length === 0) continue;
    await tx.$executeRaw`
      delete from ${table} t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = any(${ids}::uuid[]) and not ${isUsed}`;
    const left = await tx.$queryRaw<{ id: string }[]>`
      select t.id from ${table} t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = any(${ids}::uuid[])`;
    kept[kind] = left.map(({ id }) => id);
  }
  await tx.answerImportChunk.deleteMany({
    where: { organizationId: scope.organizationId, importId },
  });
  await tx.answerImport.update({
    where: key(scope, importId),
    data: { status: "undone", undoneAt: new Date(), answersStored: 0, created: kept },
    select: { id: true },
  });
  await forgetLater(tx, scope, importId, REJECTIONS_KEPT_DAYS);
  await recordActivity(
    tx,
    scope,
    "answerImport.undone",
    { type: "answerImport", id: importId },
    { name: fileName },
  );
}
