import { expect, it } from "vitest";
import { listOutcomes } from "@/features/dashboards/queries/list-outcomes";
import { findRollUpsTask, rollUpTask } from "@/worker/tasks/roll-up";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter, createInvitation } from "../../factories/encounters";
import { createOrganization } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  querySql<R & Record<string, unknown>>(database.superuserUrl, text, values);
const DAY = 24 * 3600_000;

async function listOrganizationsWithJob(): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select j.payload ->> 'organizationId' as id
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'rollUp'`,
  );
  return rows.map(({ id }) => id).sort();
}

it("finds the organizations with something to do, and leaves nothing to do", async () => {
  const small = await createSmallOrganization();
  const { scope } = small;
  const slice = {
    from: new Date(Date.now() - 40 * DAY),
    to: new Date(Date.now() + DAY),
    previousFrom: null,
    filters: {},
  };
  const encounter = await createEncounter(scope, small.attribution);
  const old = await createEncounter(scope, small.attribution, {
    occurredAt: new Date(Date.now() - 30 * DAY),
  });
  await createInvitation(scope, encounter, small.survey);
  await createInvitation(scope, old, small.survey);
  const withoutRollups = await createOrganization();
  await sql("delete from rollup_states where organization_id = $1", [withoutRollups.id]);
  const moved = await createOrganization();
  await sql("update organizations set time_zone = 'Asia/Tokyo' where id = $1", [moved.id]);
  await createOrganization();

  await findRollUpsTask();
  const due = [small.organization.id, withoutRollups.id, moved.id];
  expect(await listOrganizationsWithJob()).toEqual(due.toSorted());
  expect((await listOutcomes(scope, slice)).current).toEqual(new Map([["waiting", 2]]));

  for (const organizationId of due) await rollUpTask({ organizationId });
  // Its time was over: the invitation of 30 days ago no longer waits.
  expect(new Map((await listOutcomes({ ...scope }, { ...slice })).current)).toEqual(
    new Map([
      ["waiting", 1],
      ["unanswered", 1],
    ]),
  );
  expect(await sql("select 1 from outcome_changes union all select 1 from answer_changes")).toEqual([]);
  expect(
    await sql(
      `select 1 from organizations o
        where not exists (select from rollup_states s where s.organization_id = o.id and s.time_zone = o.time_zone
                             and s.built_until is null)`,
    ),
  ).toEqual([]);
  // Where changes came, it looks again soon; the others are done with.
  expect(await listOrganizationsWithJob()).toContain(small.organization.id);
  await sql("delete from graphile_worker._private_jobs");
  await findRollUpsTask();
  expect(await listOrganizationsWithJob()).toEqual([]);
});
