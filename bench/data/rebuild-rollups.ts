import type pg from "pg";

/** Answers counted in one step: the whole, or so much that the statement's sorting stays in memory. */
const ROWS_PER_STEP = 500_000;

/** Has the product count the organization's rollups anew, by the function that the worker calls. */
export async function rebuildRollups(client: pg.Client, organizationId: string): Promise<void> {
  await client.query("SELECT set_config('app.organization_id', $1, false)", [organizationId]);
  await client.query("UPDATE rollup_states SET built_until = '-infinity' WHERE organization_id = $1", [
    organizationId,
  ]);
  for (let isComplete = false; !isComplete; ) {
    const { rows } = await client.query("SELECT is_complete FROM roll_up($1)", [ROWS_PER_STEP]);
    isComplete = rows[0].is_complete;
  }
}

/** Has the product add to the rollups what was noted since, as the worker does each minute; until nothing is left. */
export async function foldChanges(client: pg.Client, organizationId: string): Promise<void> {
  await client.query("SELECT set_config('app.organization_id', $1, false)", [organizationId]);
  for (let folded = 1; folded > 0; ) {
    const { rows } = await client.query("SELECT folded FROM roll_up($1)", [ROWS_PER_STEP]);
    folded = rows[0].folded;
  }
}
