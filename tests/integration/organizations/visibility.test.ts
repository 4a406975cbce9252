import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { openSession } from "@/features/organizations/commands/open-session";
import { requestPasswordReset } from "@/features/organizations/commands/request-password-reset";
import { setUpTestDatabase } from "../../database";
import { createMember, createOrganization, type TestOrganization } from "../../factories/organization";

const database = setUpTestDatabase();
let here: TestOrganization;
let there: TestOrganization;
let aino: Awaited<ReturnType<typeof createMember>>;
let bertta: Awaited<ReturnType<typeof createMember>>;
let cecilia: Awaited<ReturnType<typeof createMember>>;

beforeAll(async () => {
  [here, there] = [await createOrganization(), await createOrganization()];
  aino = await createMember(here, "owner");
  bertta = await createMember(here, "manager");
  cecilia = await createMember(there, "owner");
  for (const user of [aino, bertta, cecilia]) {
    await openSession({ id: user.userId, locale: "en" }, "");
    await requestPasswordReset(user.email);
  }
});

/** Plain SQL as the application's own role, in a transaction with these settings. */
async function query(settings: Record<string, string>, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    await client.query("begin");
    for (const [name, value] of Object.entries(settings)) {
      await client.query("select set_config($1, $2, true)", [name, value]);
    }
    const { rows } = await client.query<{ value: string }>(sql);
    return rows.map(({ value }) => value);
  } finally {
    await client.end();
  }
}
const USERS = "select id as value from users order by id";
const own = (user: { userId: string }) => ({ "app.user_id": user.userId });
const within = (organization: TestOrganization) => ({ "app.organization_id": organization.id });
const sorted = (...ids: string[]) => [...ids].sort();

describe("what the application's role sees of people who sign in", () => {
  it.each([
    "users",
    "user_sessions",
    "password_resets",
    "members",
    "member_locations",
    "member_invitations",
    "organizations",
    "activity_events",
  ])("is nothing of %s without a scope", async (table) => {
    expect(await query({}, `select '1' as value from ${table}`)).toEqual([]);
    const nobody = {
      "app.user_id": "",
      "app.organization_id": "",
      "app.sign_in_email": "",
      "app.oidc_subject": "",
    };
    expect(await query(nobody, `select '1' as value from ${table}`)).toEqual([]);
  });

  it("is oneself, one's sessions, links and memberships before an organization is chosen", async () => {
    expect(await query(own(aino), USERS)).toEqual([aino.userId]);
    expect(await query(own(aino), "select user_id as value from user_sessions")).toEqual([aino.userId]);
    expect(await query(own(aino), "select user_id as value from password_resets")).toEqual([aino.userId]);
    expect(await query(own(aino), "select id as value from members")).toEqual([aino.memberId]);
    expect(await query(own(aino), "select id as value from organizations")).toEqual([here.id]);
  });

  it("is the members of the organization within it, and none of their sessions or links", async () => {
    expect(await query(within(here), USERS)).toEqual(sorted(aino.userId, bertta.userId));
    expect(await query(within(here), "select id as value from members order by id")).toEqual(
      sorted(aino.memberId, bertta.memberId),
    );
    expect(await query(within(here), "select '1' as value from user_sessions")).toEqual([]);
    expect(await query(within(here), "select '1' as value from password_resets")).toEqual([]);
  });

  it("is the one user with the address while signing in", async () => {
    expect(await query({ "app.sign_in_email": cecilia.email }, USERS)).toEqual([cecilia.userId]);
    expect(await query({ "app.sign_in_email": "%" }, USERS)).toEqual([]);
    expect(await query({ "app.oidc_subject": "%" }, USERS)).toEqual([]);
  });

  it("changes nobody but oneself", async () => {
    const rename = "update users set name = 'changed' returning id as value";
    expect(await query(within(here), rename)).toEqual([]);
    expect(await query({ "app.sign_in_email": cecilia.email }, rename)).toEqual([]);
    expect(await query(own(bertta), rename)).toEqual([bertta.userId]);
  });

  it("makes nobody a member of an organization it is not in", async () => {
    const insert = `insert into members (organization_id, id, user_id, role)
      values ('${there.id}', gen_random_uuid(), '${aino.userId}', 'owner') returning id as value`;
    await expect(query({ ...own(aino), ...within(here) }, insert)).rejects.toThrow(/row-level security/);
    const promote = "update members set role = 'owner' returning id as value";
    expect(await query(own(bertta), promote)).toEqual([]);
  });

  it("rewrites no audit trail", async () => {
    await expect(
      query(within(here), "update activity_events set action = 'x.y' returning id as value"),
    ).rejects.toThrow(/permission denied/);
    await expect(query(within(here), "delete from activity_events returning id as value")).rejects.toThrow(
      /permission denied/,
    );
  });
});
