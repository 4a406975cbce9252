import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  acceptMemberInvitation,
  joinByInvitation,
} from "@/features/organizations/commands/accept-member-invitation";
import { archiveMember, restoreMember } from "@/features/organizations/commands/archive-member";
import {
  resendMemberInvitation,
  revokeMemberInvitation,
} from "@/features/organizations/commands/change-member-invitation";
import { inviteMember } from "@/features/organizations/commands/invite-member";
import { sendAccountMail } from "@/features/organizations/commands/send-account-mail";
import { updateMemberAccess } from "@/features/organizations/commands/update-member-access";
import { findMemberInvitation } from "@/features/organizations/queries/find-member-invitation";
import { getMember } from "@/features/organizations/queries/get-member";
import { listMemberInvitations } from "@/features/organizations/queries/list-member-invitations";
import { listMembers } from "@/features/organizations/queries/list-members";
import { type MemberInvitationInput, memberListInput } from "@/features/organizations/schema";
import { NotFoundError } from "@/server/errors";
import { closeMailConnections } from "@/server/mail-connections";
import { makeScope, type Scope } from "@/server/scope";
import { listMemberships } from "@/server/session";
import { accountToken } from "@/server/tokens";
import { querySql, setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";
import { createEmployee, createLocation } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { readMail, TestMailServer } from "../invitations/mail-server";

const database = setUpTestDatabase();
const server = new TestMailServer();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;

beforeAll(async () => {
  await server.start();
  process.env.SMTP_URL = server.url;
});
afterAll(async () => {
  closeMailConnections();
  await server.stop();
});
beforeEach(async () => {
  server.received.length = 0;
  small = await createSmallOrganization({ name: "Kahvila Kulma" });
  owner = small.owner.scope;
});

let counter = 0;
const invitation = (overrides: Partial<MemberInvitationInput> = {}): MemberInvitationInput => {
  counter += 1;
  return {
    email: `new-${counter}@example.test`,
    language: "fi",
    role: "manager",
    access: "whole",
    locationIds: [],
    employeeId: null,
    ...overrides,
  };
};
const tokenOf = (id: string) => accountToken(id, "member-invitation");
const join = (id: string, name = "Uusi Ihminen") =>
  joinByInvitation(tokenOf(id), { name, newPassword: "kolme vihreää junaa", locale: "fi" });
const later = (scope: Scope, milliseconds: number) =>
  makeScope({ ...scope, now: new Date(scope.now.getTime() + milliseconds) });
const DAY = 24 * 3600_000;

async function listActions(scope: Scope): Promise<string[]> {
  const rows = await querySql<{ action: string }>(
    database.superuserUrl,
    "select action from activity_events where organization_id = $1 order by id",
    [scope.organizationId],
  );
  return rows.map(({ action }) => action);
}

describe("inviting", () => {
  it("mails a link that says who invites whom to what", async () => {
    const { id } = await inviteMember(owner, invitation({ email: "kaisa@example.test", role: "consultant" }));
    await sendAccountMail({
      kind: "member-invitation",
      organizationId: owner.organizationId,
      memberInvitationId: id,
    });
    const mail = await readMail(server.received.at(-1));
    expect(mail.to?.[0]?.address).toBe("kaisa@example.test");
    expect(mail.subject).toBe("Kahvila Kulma kutsuu sinut Lastmetreen");
    expect(mail.text).toContain("The owner kutsui sinut");
    expect(mail.text).toContain(`http://localhost:3000/accept-invitation/${tokenOf(id)}`);
    expect(await listActions(owner)).toEqual(["member.invited"]);
  });

  it("is refused for a member, and for an address with an open invitation", async () => {
    const input = invitation();
    await inviteMember(owner, input);
    await expect(inviteMember(owner, input)).rejects.toMatchObject({ fields: { email: "alreadyInvited" } });
    await expect(inviteMember(owner, invitation({ email: small.manager.email }))).rejects.toMatchObject({
      fields: { email: "alreadyMember" },
    });
  });

  it("opens one invitation when pressed many times at once", async () => {
    const input = invitation();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => inviteMember(owner, input)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("takes no location or employee of another organization, and none that is archived", async () => {
    const foreign = await createSmallOrganization();
    const chosen = (locationId: string) =>
      invitation({ access: "locations", locationIds: [small.location.id, locationId] });
    await expect(inviteMember(owner, chosen(foreign.location.id))).rejects.toBeInstanceOf(NotFoundError);
    await expect(
      inviteMember(owner, invitation({ role: "employee", employeeId: foreign.employee.id })),
    ).rejects.toBeInstanceOf(NotFoundError);
    const closed = await createLocation(small.scope);
    await querySql(database.superuserUrl, "update locations set archived_at = now() where id = $1", [
      closed.id,
    ]);
    await expect(inviteMember(owner, chosen(closed.id))).rejects.toBeInstanceOf(NotFoundError);
  });

  it("lets one member be an employee, not two", async () => {
    await expect(
      inviteMember(owner, invitation({ role: "employee", employeeId: small.employee.id })),
    ).rejects.toMatchObject({ fields: { employeeId: "employeeTaken" } });
  });
});

describe("open invitations", () => {
  it("are listed until they are accepted or taken back, expired ones too", async () => {
    const [first, second, third] = [
      await inviteMember(owner, invitation()),
      await inviteMember(owner, invitation()),
      await inviteMember(owner, invitation()),
    ];
    await revokeMemberInvitation(owner, first.id);
    await join(second.id);
    const { rows } = await listMemberInvitations(later(owner, 15 * DAY), 1);
    expect(rows.map(({ id, state }) => [id, state])).toEqual([[third.id, "expired"]]);
    await expect(join(first.id)).rejects.toMatchObject({ message: "linkExpired" });
  });

  it("run anew when they are sent again, with the same link", async () => {
    const { id } = await inviteMember(owner, invitation());
    const inTwentyDays = later(owner, 20 * DAY);
    expect((await findMemberInvitation(tokenOf(id), inTwentyDays.now))?.state).toBe("expired");
    await resendMemberInvitation(inTwentyDays, id);
    expect((await findMemberInvitation(tokenOf(id), inTwentyDays.now))?.state).toBe("pending");
    expect(await listActions(owner)).toEqual(["member.invited", "member.invitedAgain"]);
  });

  it("of another organization do not exist", async () => {
    const { id } = await inviteMember(owner, invitation());
    const stranger = (await createSmallOrganization()).owner.scope;
    await expect(resendMemberInvitation(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(revokeMemberInvitation(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("accepting", () => {
  it("makes a new person a user and a member with what the invitation says", async () => {
    const { id } = await inviteMember(
      owner,
      invitation({ access: "locations", locationIds: [small.location.id, small.otherLocation.id] }),
    );
    const { userId, slug } = await join(id, "Kaisa Uusi");
    expect(slug).toBe(small.organization.slug);
    const found = (await listMembers(owner, memberListInput.parse({ q: "kaisa" }))).rows[0];
    expect(found).toMatchObject({ userId, name: "Kaisa Uusi", role: "manager", allLocations: false });
    expect(found?.locationNames).toHaveLength(2);
    expect(await listActions(owner)).toEqual(["member.invited", "member.joined"]);
  });

  it("works once, also when pressed many times at once", async () => {
    const { id } = await inviteMember(owner, invitation());
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => join(id)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(join(id)).rejects.toMatchObject({ message: "linkExpired" });
  });

  it("makes one member of an employee, also when two were invited as the same one", async () => {
    const { id: employeeId } = await createEmployee(small.scope, { locationId: small.location.id });
    const asEmployee = () => inviteMember(owner, invitation({ role: "employee", employeeId }));
    const [one, other] = [await asEmployee(), await asEmployee()];
    const outcomes = await Promise.allSettled([join(one.id), join(other.id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = outcomes[0]?.status === "rejected" ? one : other;
    await expect(join(late.id)).rejects.toMatchObject({ message: "employeeTaken" });
  });

  it("adds the organization to a person who is in another one already", async () => {
    const elsewhere = await createMember(await createOrganization({ name: "A first one" }), "employee", {});
    const { id } = await inviteMember(owner, invitation({ email: elsewhere.email, role: "consultant" }));
    expect((await findMemberInvitation(tokenOf(id)))?.hasAccount).toBe(true);
    await expect(join(id)).rejects.toMatchObject({ message: "accountExists" });
    await acceptMemberInvitation({ id: elsewhere.userId, email: elsewhere.email }, tokenOf(id));
    expect((await listMemberships(elsewhere.userId)).map(({ name, role }) => [name, role])).toEqual([
      ["A first one", "employee"],
      ["Kahvila Kulma", "consultant"],
    ]);
  });

  it("is for the person it was sent to", async () => {
    const other = await createMember(await createOrganization(), "owner");
    const { id } = await inviteMember(owner, invitation());
    await expect(
      acceptMemberInvitation({ id: other.userId, email: other.email }, tokenOf(id)),
    ).rejects.toMatchObject({ message: "invitationForOther" });
  });

  it("brings an archived member back with what the new invitation says", async () => {
    await archiveMember(owner, small.manager.memberId);
    const { id } = await inviteMember(owner, invitation({ email: small.manager.email, role: "consultant" }));
    await acceptMemberInvitation({ id: small.manager.userId, email: small.manager.email }, tokenOf(id));
    expect(await getMember(owner, small.manager.memberId)).toMatchObject({
      role: "consultant",
      archivedAt: null,
    });
  });

  it("ends with the access of whoever sent it, and stays ended", async () => {
    const second = await createMember(small.organization, "owner");
    const open = await inviteMember(second.scope, invitation());
    const expired = await inviteMember(second.scope, invitation());
    await querySql(
      database.superuserUrl,
      "update member_invitations set expires_at = now() - interval '1 day' where id = $1",
      [expired.id],
    );
    const ofAnother = await inviteMember(owner, invitation());
    await archiveMember(owner, second.memberId);
    const stateOf = async ({ id }: { id: string }) => (await findMemberInvitation(tokenOf(id)))?.state;
    expect(await stateOf(open)).toBe("revoked");
    expect(await stateOf(ofAnother)).toBe("pending");
    await expect(resendMemberInvitation(owner, expired.id)).rejects.toBeInstanceOf(NotFoundError);
    await restoreMember(owner, second.memberId);
    expect(await stateOf(open)).toBe("revoked");
    const trail = await querySql<{ id: string }>(
      database.superuserUrl,
      `select subject_id as id from activity_events
        where organization_id = $1 and action = 'member.invitationRevoked' and user_id = $2`,
      [owner.organizationId, owner.userId],
    );
    expect(trail.map(({ id }) => id).sort()).toEqual([open.id, expired.id].sort());
  });

  it("is nothing an unknown or tampered token can do", async () => {
    const { id } = await inviteMember(owner, invitation());
    for (const token of ["x".repeat(32), "", `${tokenOf(id)}A`, id]) {
      expect(await findMemberInvitation(token)).toBeNull();
    }
  });
});

describe("members", () => {
  it("are found by name and e-mail, archived ones apart", async () => {
    const name = "Öhman 100 %";
    const { memberId } = await createMember(small.organization, "consultant", { name });
    const names = async (search: Record<string, string>) =>
      (await listMembers(owner, memberListInput.parse(search))).rows.map((row) => row.name);
    expect(await names({ q: "öhman" })).toEqual([name]);
    expect(await names({ q: "%" })).toEqual([name]);
    expect(await names({ q: small.employeeMember.email })).toEqual(["The employee"]);
    await archiveMember(owner, memberId);
    expect(await names({ q: "öhman" })).toEqual([]);
    expect(await names({ q: "öhman", archived: "on" })).toEqual([name]);
    await restoreMember(owner, memberId);
    expect(await names({ q: "öhman" })).toEqual([name]);
  });

  it("come in pages", async () => {
    for (let number = 0; number < 22; number += 1) await createMember(small.organization, "consultant");
    const first = await listMembers(owner, memberListInput.parse({}));
    const second = await listMembers(owner, memberListInput.parse({ page: "2" }));
    expect([first.rows.length, second.rows.length, first.total]).toEqual([25, 2, 27]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(27);
  });

  it("change role and locations, which the trail tells", async () => {
    const input = { memberId: small.manager.memberId, role: "manager" as const, employeeId: null };
    await updateMemberAccess(owner, { ...input, access: "locations", locationIds: [small.location.id] });
    expect(await getMember(owner, input.memberId)).toMatchObject({
      allLocations: false,
      locationIds: [small.location.id],
    });
    await updateMemberAccess(owner, { ...input, role: "consultant", access: "locations", locationIds: [] });
    expect(await getMember(owner, input.memberId)).toMatchObject({
      role: "consultant",
      allLocations: true,
      locationIds: [],
    });
    expect(await listActions(owner)).toEqual(["member.accessChanged", "member.roleChanged"]);
  });

  it("may stay the employee they are, but not become one that somebody is", async () => {
    const { memberId } = small.employeeMember;
    const input = { memberId, role: "employee" as const, access: "whole" as const, locationIds: [] };
    await updateMemberAccess(owner, { ...input, employeeId: small.employee.id });
    const free = await createEmployee(small.scope, { locationId: small.location.id });
    await updateMemberAccess(owner, { ...input, employeeId: free.id });
    await createMember(small.organization, "employee", { employeeId: small.employee.id });
    await expect(
      updateMemberAccess(owner, { ...input, employeeId: small.employee.id }),
    ).rejects.toMatchObject({
      fields: { employeeId: "employeeTaken" },
    });
  });

  it("of another organization do not exist", async () => {
    const stranger = (await createSmallOrganization()).owner.scope;
    const { memberId } = small.manager;
    const access = { role: "owner" as const, access: "whole" as const, locationIds: [], employeeId: null };
    await expect(getMember(stranger, memberId)).rejects.toBeInstanceOf(NotFoundError);
    await expect(updateMemberAccess(stranger, { memberId, ...access })).rejects.toBeInstanceOf(NotFoundError);
    await expect(archiveMember(stranger, memberId)).rejects.toBeInstanceOf(NotFoundError);
    await archiveMember(owner, memberId);
    await expect(restoreMember(stranger, memberId)).rejects.toBeInstanceOf(NotFoundError);
    expect((await getMember(owner, memberId)).archivedAt).not.toBeNull();
  });
});

describe("the last owner", () => {
  const demotion = { role: "manager" as const, access: "whole" as const, locationIds: [], employeeId: null };

  it("can be neither archived nor made anything else", async () => {
    const { memberId } = small.owner;
    await expect(archiveMember(owner, memberId)).rejects.toMatchObject({ message: "lastOwner" });
    await expect(updateMemberAccess(owner, { memberId, ...demotion })).rejects.toMatchObject({
      message: "lastOwner",
    });
    expect(await getMember(owner, memberId)).toMatchObject({ role: "owner", archivedAt: null });
  });

  it("may go when there is another one, an archived owner not counted", async () => {
    const second = await createMember(small.organization, "owner");
    await archiveMember(owner, second.memberId);
    await expect(archiveMember(owner, small.owner.memberId)).rejects.toMatchObject({ message: "lastOwner" });
    await restoreMember(owner, second.memberId);
    await archiveMember(owner, small.owner.memberId);
  });

  it("is left when two owners remove each other in the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const organization = await createOrganization();
      const [one, other] = [
        await createMember(organization, "owner"),
        await createMember(organization, "owner"),
      ];
      const outcomes = await Promise.allSettled([
        archiveMember(one.scope, other.memberId),
        updateMemberAccess(other.scope, { memberId: one.memberId, ...demotion }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
