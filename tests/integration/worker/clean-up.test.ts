import { afterEach, beforeEach, expect, it } from "vitest";
import { type RunningWorker, runWorker } from "@/worker/run-worker";
import { schedule } from "@/worker/schedule";
import { taskList } from "@/worker/tasks";
import { cleanUpTask } from "@/worker/tasks/clean-up";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";

const database = setUpTestDatabase();
const sql = (text: string, values: unknown[] = []) => querySql(database.superuserUrl, text, values);
let worker: RunningWorker | undefined;
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

const DAYS = (days: number) => `now() - interval '${days} days'`;

/** Two organizations with the same rows each, some of them old enough to go. */
beforeEach(async () => {
  for (const table of ["password_resets", "user_sessions", "member_invitations", "rate_limits"]) {
    await sql(`delete from ${table}`);
  }
  for (const name of ["North", "South"]) {
    const organization = await createOrganization({ name });
    const { userId } = await createMember(organization, "owner");
    for (const [used, expires] of [
      ["null", DAYS(2)],
      [DAYS(2), DAYS(-5)],
      ["null", DAYS(0.5)],
      [DAYS(0.5), DAYS(-5)],
      ["null", DAYS(-1)],
    ]) {
      await sql(
        `insert into password_resets (id, user_id, token_hash, used_at, expires_at)
         values (gen_random_uuid(), $1, uuid_send(gen_random_uuid()), ${used}, ${expires})`,
        [userId],
      );
    }
    for (const [revoked, created] of [
      ["null", DAYS(61)],
      [DAYS(31), DAYS(40)],
      ["null", DAYS(59)],
      [DAYS(29), DAYS(40)],
      ["null", DAYS(1)],
    ]) {
      await sql(
        `insert into user_sessions (id, user_id, revoked_at, created_at)
         values (gen_random_uuid(), $1, ${revoked}, ${created})`,
        [userId],
      );
    }
    for (const [accepted, revoked, expires] of [
      [DAYS(91), "null", DAYS(80)],
      ["null", DAYS(91), DAYS(80)],
      ["null", "null", DAYS(91)],
      [DAYS(89), "null", DAYS(91)],
      ["null", DAYS(89), DAYS(91)],
      ["null", "null", DAYS(-1)],
    ]) {
      await sql(
        `insert into member_invitations (organization_id, id, email, role, token_hash, invited_by_user_id,
           accepted_at, revoked_at, expires_at)
         values ($1, gen_random_uuid(), 'new@example.test', 'manager', uuid_send(gen_random_uuid()), $2,
           ${accepted}, ${revoked}, ${expires})`,
        [organization.id, userId],
      );
    }
  }
  await sql(
    `insert into rate_limits (key, points, expire)
     values ('over', 1, extract(epoch from now()) * 1000 - 1000), ('running', 1, extract(epoch from now()) * 1000 + 60000),
            ('for good', 1, null)`,
  );
});

async function counts() {
  const [row] = await sql(
    `select (select count(*)::int from password_resets) as resets, (select count(*)::int from user_sessions) as sessions,
            (select count(*)::int from member_invitations) as invitations,
            (select array_agg(key order by key) from rate_limits) as limits`,
  );
  return row;
}

it("removes in every organization what ended long ago, and nothing that lives or ended lately", async () => {
  expect(await counts()).toEqual({
    resets: 10,
    sessions: 10,
    invitations: 12,
    limits: ["for good", "over", "running"],
  });
  await cleanUpTask();
  const left = { resets: 6, sessions: 6, invitations: 6, limits: ["for good", "running"] };
  expect(await counts()).toEqual(left);
  const old = await sql(
    `select id from password_resets where least(used_at, expires_at) < ${DAYS(1)}
     union all select id from user_sessions where revoked_at < ${DAYS(30)} or created_at < ${DAYS(60)}
     union all select id from member_invitations where accepted_at < ${DAYS(90)} or revoked_at < ${DAYS(90)}
        or (expires_at < ${DAYS(90)} and accepted_at is null and revoked_at is null)`,
  );
  expect(old).toEqual([]);
  await cleanUpTask();
  expect(await counts()).toEqual(left);
});

it("is all that opens those rows: neither the setting nor the function's name lets anybody else in", async () => {
  const [own] = await querySql(
    database.appUrl,
    `select set_config('app.is_cleaning_up', 'on', false),
            (select count(*)::int from password_resets) + (select count(*)::int from user_sessions)
              + (select count(*)::int from member_invitations) as seen`,
  );
  expect(own?.seen).toBe(0);
  const [owner] = await querySql(
    database.ownerUrl,
    `select (select count(*)::int from clean_up()) as ran, (select count(*)::int from member_invitations) as seen`,
  );
  expect(owner).toEqual({ ran: 1, seen: 0 });
});

it("is done by the worker each day", async () => {
  worker = await runWorker(taskList());
  expect(schedule.map((item) => item.task).filter((task) => !(task in taskList()))).toEqual([]);
  const known = () => sql("select identifier from graphile_worker._private_known_crontabs");
  await expect.poll(known, { timeout: 10_000 }).toContainEqual({ identifier: "cleanUp" });
  await querySql(database.appUrl, "select graphile_worker.add_job('cleanUp')");
  await expect.poll(async () => (await counts())?.sessions, { timeout: 10_000 }).toBe(6);
});
