import { beforeAll, describe, expect, it } from "vitest";
import { hashToken } from "@/server/tokens";
import { setUpTestDatabase } from "../../database";
import { createMember } from "../../factories/organization";
import { type Cast, createCast, NORTH, SOUTH } from "./cast";
import { connectForSql, count, OF_A_PERSON, ownerColumn } from "./plain-sql";

const database = setUpTestDatabase();
const { ground, asApp, attempt, listed } = connectForSql(database);
let north: Cast;
let south: Cast;

beforeAll(async () => {
  north = await createCast(NORTH, database.superuserUrl);
  south = await createCast(SOUTH, database.superuserUrl);
});

const inOrganization = (cast: Cast) => ({ "app.organization_id": cast.organization.id });
/** With what opens rows that are kept from the organization's own queries, as far as the cast has any. */
const asOpenAsCan = (cast: Cast) => ({
  ...inOrganization(cast),
  "app.employee_id": cast.here.employeeId,
  "app.member_id": cast.people.employee.memberId,
  "app.releases_reports": "on",
});

describe("plain SQL as the application's role", () => {
  it("has something to hide: every tenant table holds rows of two organizations", async () => {
    expect(ground.tenantTables.length).toBeGreaterThan(20);
    for (const table of ground.tenantTables) {
      for (const cast of [north, south]) {
        const condition = `${ownerColumn(table)} = $1`;
        expect(
          await count(ground.superuser, table, condition, [cast.organization.id]),
          table,
        ).toBeGreaterThan(0);
      }
    }
    for (const table of OF_A_PERSON) expect(await count(ground.superuser, table), table).toBeGreaterThan(1);
  });

  it.each([
    ["nothing set", {}],
    [
      "empty settings",
      {
        "app.organization_id": "",
        "app.user_id": "",
        "app.sign_in_email": "",
        "app.oidc_subject": "",
      },
    ],
    ["an unknown organization", { "app.organization_id": "01890000-0000-7000-8000-000000000000" }],
  ])("without a scope (%s) returns no row from any table", async (_, settings) => {
    await asApp(settings, async () => {
      for (const table of [...ground.tenantTables, ...OF_A_PERSON])
        expect(await count(ground.app, table), table).toBe(0);
    });
  });

  it("in one organization sees all of its rows and no others", async () => {
    await asApp(asOpenAsCan(north), async () => {
      for (const table of ground.tenantTables) {
        const own = await count(ground.superuser, table, `${ownerColumn(table)} = $1`, [
          north.organization.id,
        ]);
        expect(await count(ground.app, table), table).toBe(own);
        const foreign = `${ownerColumn(table)} <> $1`;
        expect(await count(ground.app, table, foreign, [north.organization.id]), table).toBe(0);
      }
    });
  });

  it("shows its own organization no diary, no rater's answer and no feedback that was not shown to it", async () => {
    const hidden = ["diary_entries", "evaluation_answers"];
    const person = (cast: Cast, role: "employee" | "manager" | "owner") => ({
      ...inOrganization(cast),
      "app.employee_id": role === "employee" ? cast.here.employeeId : cast.elsewhere.employeeId,
      "app.member_id": cast.people[role].memberId,
    });
    await asApp(inOrganization(north), async () => {
      for (const table of hidden) expect(await count(ground.app, table), table).toBe(0);
    });
    const own = await north.newDiaryEntry(north.here);
    const shared = await north.newDiaryEntry(north.here, { isShared: true });
    const unshared = await north.newFeedback(north.here);
    const seen = async (role: "employee" | "manager" | "owner", table: string, id: string) =>
      asApp(person(north, role), () => count(ground.app, table, "id = $1", [id]));
    expect(await seen("employee", "diary_entries", own.id)).toBe(1);
    expect(await seen("manager", "diary_entries", own.id)).toBe(0);
    expect(await seen("manager", "diary_entries", shared.id)).toBe(1);
    expect(await seen("owner", "diary_entries", shared.id)).toBe(0);
    await asApp(inOrganization(north), async () => {
      expect(await count(ground.app, "peer_feedback", "id = $1", [unshared.id])).toBe(0);
    });
    // Nor to an owner who links the own account to the employee.
    const linked = { ...person(north, "employee"), "app.member_id": north.people.owner.memberId };
    await asApp(linked, async () => {
      expect(await count(ground.app, "peer_feedback", "id = $1", [unshared.id])).toBe(0);
      expect(await count(ground.app, "diary_entries", "id = $1", [own.id])).toBe(0);
    });
    // Not even to be changed, moved or taken over.
    await asApp(person(north, "manager"), async () => {
      for (const sql of [
        `delete from diary_entries where id = '${own.id}'`,
        `update diary_entries set shared_with_member_id = app_member_id(), shared_at = now() where id = '${own.id}'`,
        "update evaluation_answers set value = 1",
        "delete from evaluation_answers",
      ])
        expect((await attempt(sql)).rows, sql).toBe(0);
    });
  });

  it("cannot put a row into another organization", async () => {
    for (const table of ground.tenantTables) {
      const columns = await listed(
        `select column_name as name from information_schema.columns
          where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
        [table],
      );
      const names = columns.map((column) => `"${column}"`).join(", ");
      const { rows } = await ground.superuser.query(
        `select row_to_json(t) as row from ${table} t where ${ownerColumn(table)} = $1 limit 1`,
        [south.organization.id],
      );
      await asApp(inOrganization(north), async () => {
        // Numbers the database gives are taken from the copied row, too.
        const copy = `insert into ${table} (${names}) overriding system value
                      select ${names} from jsonb_populate_record(null::${table}, $1)`;
        // Insufficient privilege: "new row violates row-level security policy". Not a duplicate key: the rule comes first.
        expect(await attempt(copy, [rows[0].row]), table).toMatchObject({ code: "42501" });
      });
    }
  });

  it("cannot move a row into another organization, nor change or delete one there", async () => {
    for (const table of ground.tenantTables) {
      await asApp(asOpenAsCan(north), async () => {
        const column = ownerColumn(table);
        const moved = await attempt(`update ${table} set ${column} = $1`, [south.organization.id]);
        // 23000: the attribution of what happened is frozen, which a trigger says even earlier.
        expect(["42501", "23000"], table).toContain(moved.code);
        const touch = await attempt(`update ${table} set ${column} = ${column} where ${column} = $1`, [
          south.organization.id,
        ]);
        const removal = await attempt(`delete from ${table} where ${column} = $1`, [south.organization.id]);
        for (const outcome of [touch, removal]) {
          expect(["ok", "42501"], table).toContain(outcome.code);
          expect(outcome.rows, table).toBe(0);
        }
      });
    }
  });

  it("cannot point from a row of one organization to a thing of another", async () => {
    await asApp(inOrganization(north), async () => {
      const outcome = await attempt(`update employees set location_id = $1 where id = $2`, [
        south.here.locationId,
        north.here.employeeId,
      ]);
      expect(outcome.code).toBe("23503");
    });
  });
});

describe("people who sign in", () => {
  /** A consultant of both organizations. */
  let both: { userId: string; email: string };
  beforeAll(async () => {
    both = await createMember(north.organization, "consultant", { name: "North and South" });
    await createMember(south.organization, "consultant", { userId: both.userId });
    await ground.superuser.query("update users set oidc_subject = 'north-and-south' where id = $1", [
      both.userId,
    ]);
    const session = "insert into user_sessions (id, user_id) values (gen_random_uuid(), $1)";
    await ground.superuser.query(session, [both.userId]);
  });
  const column = async (sql: string) =>
    (await ground.app.query({ text: sql, rowMode: "array" })).rows.flat().sort();

  it("see of themselves: account, sessions, memberships and the organizations, nobody else's", async () => {
    await asApp({ "app.user_id": both.userId }, async () => {
      expect(await column("select id from users")).toEqual([both.userId]);
      expect(await column("select user_id from user_sessions")).toEqual([both.userId]);
      expect(await column("select user_id from members")).toEqual([both.userId, both.userId]);
      expect(await column("select slug from organizations")).toEqual(["north", "south"]);
      const seen = ["users", "user_sessions", "members", "organizations"];
      for (const table of [...ground.tenantTables, ...OF_A_PERSON].filter((one) => !seen.includes(one))) {
        expect(await count(ground.app, table), table).toBe(0);
      }
    });
    const { userId } = north.people.localManager;
    await asApp({ "app.user_id": userId }, async () => {
      expect(await column("select slug from organizations")).toEqual(["north"]);
      expect(await column("select location_id from member_locations")).toEqual([north.here.locationId]);
      expect(await count(ground.app, "locations")).toBe(0);
    });
  });

  it("change of themselves only the account: no membership, no organization, no fellow", async () => {
    await asApp({ "app.user_id": both.userId }, async () => {
      for (const sql of [
        "update members set role = 'owner'",
        "update organizations set name = 'Mine'",
        "delete from members",
        "delete from member_locations",
      ]) {
        expect(await attempt(sql), sql).toEqual({ code: "ok", rows: 0 });
      }
      expect(await attempt("update users set name = 'Me'")).toEqual({ code: "ok", rows: 1 });
    });
    await asApp(inOrganization(north), async () => {
      expect(await attempt("update users set name = 'Mine'")).toEqual({ code: "ok", rows: 0 });
    });
  });

  it("are seen by an organization as far as they are its members, without sessions and links", async () => {
    await asApp(inOrganization(north), async () => {
      const fellows = await column("select id from users");
      const members = await column("select user_id from members");
      expect(fellows).toEqual(members);
      expect(fellows).toContain(both.userId);
      expect(fellows).not.toContain(south.people.owner.userId);
      // Of a consultant of both organizations only the membership here.
      expect(await count(ground.app, "members", "user_id = $1", [both.userId])).toBe(1);
      expect(await count(ground.app, "organizations")).toBe(1);
      expect(await count(ground.app, "user_sessions")).toBe(0);
      expect(await count(ground.app, "password_resets")).toBe(0);
    });
  });

  it.each([
    ["address they sign in with", () => ({ "app.sign_in_email": both.email })],
    ["subject they are known by elsewhere", () => ({ "app.oidc_subject": "north-and-south" })],
  ])("are found by the one %s", async (_, settings) => {
    await asApp(settings(), async () => {
      expect(await column("select id from users")).toEqual([both.userId]);
      for (const table of [...ground.tenantTables, "user_sessions", "password_resets"]) {
        expect(await count(ground.app, table), table).toBe(0);
      }
      expect(await attempt("update users set name = 'Taken over'")).toEqual({ code: "ok", rows: 0 });
    });
  });
});

describe("resolve_token", () => {
  const resolve = async (token: string) =>
    (await ground.app.query("select * from resolve_token($1)", [hashToken(token)])).rows;

  it("gives the presented token's row and nothing else, and leaves nothing visible behind", async () => {
    const invitation = await north.newInvitation(north.here);
    const member = await south.newMemberInvitation();
    const user = await south.newUser();
    await asApp({}, async () => {
      expect(await resolve(invitation.token)).toEqual([
        {
          kind: "invitation",
          organization_id: north.organization.id,
          subject_id: invitation.id,
          user_id: null,
        },
      ]);
      expect(await resolve(member.token)).toEqual([
        {
          kind: "member_invitation",
          organization_id: south.organization.id,
          subject_id: member.id,
          user_id: null,
        },
      ]);
      expect(await resolve(user.resetToken)).toEqual([
        {
          kind: "password_reset",
          organization_id: null,
          subject_id: user.passwordResetId,
          user_id: user.userId,
        },
      ]);
      for (const table of ["invitations", "member_invitations", "password_resets"]) {
        expect(await count(ground.app, table), table).toBe(0);
      }
    });
  });

  it("gives nothing for an unknown token or none", async () => {
    await asApp({}, async () => {
      expect(await resolve("unknown-token-unknown-token")).toEqual([]);
      expect((await ground.app.query("select * from resolve_token(null)")).rows).toEqual([]);
      expect((await ground.app.query("select * from resolve_token('')")).rows).toEqual([]);
    });
  });

  it("is the only way in: the setting it works with opens nothing to the application itself", async () => {
    const { token } = await north.newInvitation(north.here);
    const hash = Buffer.from(hashToken(token)).toString("hex");
    await asApp({ "app.token_hash": hash }, async () => {
      expect(await count(ground.app, "invitations")).toBe(0);
    });
  });
});
