import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { removeLogo, uploadLogo } from "@/features/organizations/commands/change-logo";
import { createOrganization } from "@/features/organizations/commands/create-organization";
import { finishSetup } from "@/features/organizations/commands/finish-setup";
import { resetPassword } from "@/features/organizations/commands/reset-password";
import { signInWithPassword } from "@/features/organizations/commands/sign-in-with-password";
import { updateOrganization } from "@/features/organizations/commands/update-organization";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { getSetupProgress } from "@/features/organizations/queries/get-setup-progress";
import { listActivity } from "@/features/organizations/queries/list-activity";
import { activityListInput, organizationSettingsInput } from "@/features/organizations/schema";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { listMemberships } from "@/server/session";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import * as factory from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

async function createOwner(timeZone = "Europe/Helsinki"): Promise<Scope> {
  return (await factory.createMember(await factory.createOrganization({ timeZone }), "owner")).scope;
}
const everything = activityListInput.parse({});
const listActions = async (scope: Scope, search: Record<string, string> = {}) =>
  (await listActivity(scope, activityListInput.parse(search))).rows.map(({ action }) => action);

describe("settings", () => {
  const input = (changes: Record<string, unknown> = {}) =>
    organizationSettingsInput.parse({
      name: "Kauppahuone Lindqvist",
      accentColor: "#0F766E",
      timeZone: "Europe/Stockholm",
      languages: ["sv", "fi"],
      language: "sv",
      minimumN: "7",
      quarantineDays: "45",
      senderName: "",
      replyTo: "Palaute@Lindqvist.test",
      ...changes,
    });

  it("are kept, and the trail names what changed", async () => {
    const owner = await createOwner();
    await updateOrganization(owner, input());
    expect(await getOrganizationSettings(owner)).toMatchObject({
      name: "Kauppahuone Lindqvist",
      accentColor: "#0f766e",
      timeZone: "Europe/Stockholm",
      languages: ["sv", "fi"],
      language: "sv",
      minimumN: 7,
      quarantineDays: 45,
      senderName: null,
      replyTo: "palaute@lindqvist.test",
    });
    await updateOrganization(owner, input({ minimumN: "8", senderName: "Lindqvist" }));
    await updateOrganization(owner, input({ minimumN: "8", senderName: "Lindqvist" }));
    const { rows } = await listActivity(owner, everything);
    expect(rows.map(({ action }) => action)).toEqual(["organization.updated", "organization.updated"]);
    expect(rows[0]?.detail).toEqual({ changed: "minimumN,senderName" });
  });

  it.each([
    ["timeZone", "Europe/Atlantis"],
    ["timeZone", "+02:00"],
    ["accentColor", "red"],
    ["language", "en"],
    ["languages", []],
    ["minimumN", "0"],
    ["quarantineDays", "-1"],
    ["replyTo", "nobody"],
  ])("refuse %s = %j", (field, value) => {
    const result = organizationSettingsInput.safeParse({ ...input(), senderName: null, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it("touch no other organization", async () => {
    const [owner, other] = [await createOwner(), await createOwner()];
    const before = await getOrganizationSettings(other);
    await updateOrganization(owner, input());
    expect(await getOrganizationSettings(other)).toEqual(before);
  });
});

describe("the logo", () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } });
  const refusal = async (upload: Uint8Array) => {
    const error = await uploadLogo(await createOwner(), upload).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    return (error as InvalidInputError).fields.logo;
  };

  it.each(["png", "jpeg", "webp"] as const)("is drawn anew from a %s, within its box", async (format) => {
    const owner = await createOwner();
    await uploadLogo(owner, await picture(2000, 900).toFormat(format).toBuffer());
    const { logoUrl } = await getOrganizationSettings(owner);
    const stored = Buffer.from((logoUrl ?? "").replace("data:image/png;base64,", ""), "base64");
    expect(await sharp(stored).metadata()).toMatchObject({ format: "png", width: 267, height: 120 });
    await removeLogo(owner);
    expect((await getOrganizationSettings(owner)).logoUrl).toBeNull();
    expect(await listActions(owner)).toEqual(["organization.logoRemoved", "organization.logoUploaded"]);
  });

  it("keeps nothing that was hidden in the file", async () => {
    const owner = await createOwner();
    const withPlace = await picture(200, 60)
      .withExif({ IFD0: { Copyright: "secret-place" } })
      .jpeg()
      .toBuffer();
    expect(withPlace.includes("secret-place")).toBe(true);
    await uploadLogo(owner, Buffer.concat([withPlace, Buffer.from("<script>appended</script>")]));
    const [row] = await querySql<{ logo: Buffer }>(
      database.superuserUrl,
      "select logo from organizations where id = $1",
      [owner.organizationId],
    );
    expect(row?.logo.includes("secret-place")).toBe(false);
    expect(row?.logo.includes("appended")).toBe(false);
  });

  it("is never enlarged", async () => {
    const owner = await createOwner();
    await uploadLogo(owner, await picture(100, 30).png().toBuffer());
    const { logoUrl } = await getOrganizationSettings(owner);
    const stored = Buffer.from((logoUrl ?? "").split(",")[1] ?? "", "base64");
    expect(await sharp(stored).metadata()).toMatchObject({ width: 100, height: 30 });
  });

  it("refuses SVG with a reason of its own, and whatever only calls itself a picture", async () => {
    expect(await refusal(readFileSync("src/app/icon.svg"))).toBe("logoSvg");
    expect(await refusal(Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<SVG onload="alert(1)"/>'))).toBe(
      "logoSvg",
    );
    expect(await refusal(Buffer.from("GIF89a…"))).toBe("logoFormat");
    expect(await refusal(Buffer.from("MZ\u0090"))).toBe("logoFormat");
    expect(await refusal((await picture(300, 100).png().toBuffer()).subarray(0, 120))).toBe("logoBroken");
    expect(await refusal(new Uint8Array(2 * 1024 * 1024 + 1))).toBe("logoTooBig");
  });
});

describe("the first organization", () => {
  const input = (slug: string, ownerEmail: string) => ({
    name: "Uusi Oy",
    slug,
    timeZone: "Europe/Helsinki",
    language: "fi" as const,
    ownerEmail,
    ownerName: "Maija Meikäläinen",
  });

  it("has an owner who sets a password by a link and signs in", async () => {
    const created = await createOrganization(input("uusi", "Maija@Uusi.test"));
    expect(await listMemberships(created.userId)).toEqual([{ slug: "uusi", name: "Uusi Oy", role: "owner" }]);
    await resetPassword({ token: created.passwordToken ?? "", newPassword: "kolme vihreää junaa" });
    const signedIn = await signInWithPassword({
      email: "maija@uusi.test",
      password: "kolme vihreää junaa",
      address: "192.0.2.1",
      userAgent: "",
    });
    expect(signedIn?.userId).toBe(created.userId);
  });

  it("is added to somebody who signs in here already, who needs no link", async () => {
    const member = await factory.createMember(await factory.createOrganization(), "owner");
    const created = await createOrganization(input("toinen", member.email));
    expect(created).toMatchObject({ userId: member.userId, passwordToken: null });
    expect(await listMemberships(member.userId)).toHaveLength(2);
  });

  it("leaves nothing behind when the slug is taken", async () => {
    await createOrganization(input("varattu", "eka@varattu.test"));
    await expect(createOrganization(input("varattu", "toka@varattu.test"))).rejects.toMatchObject({
      message: "slugTaken",
    });
    expect(
      await querySql(database.superuserUrl, "select id from users where email = 'toka@varattu.test'"),
    ).toEqual([]);
  });
});

describe("the guided set-up", () => {
  it("counts from what is there, and ends once", async () => {
    const owner = await createOwner();
    const none = { journey: false, employees: false, encounterType: false, survey: false, encounter: false };
    expect(await getSetupProgress(owner)).toEqual({
      isDone: none,
      touchpoints: 0,
      employees: 0,
      locations: 0,
      finishedAt: null,
    });
    await finishSetup(owner);
    await finishSetup(makeScope({ ...owner, now: new Date(owner.now.getTime() + 1000) }));
    expect((await getSetupProgress(owner)).finishedAt).toEqual(owner.now);
    expect(await listActions(owner)).toEqual(["organization.setupFinished"]);
  });

  it("sees each step done in an organization that has everything, and nothing of it from outside", async () => {
    const small = await createSmallOrganization();
    expect((await getSetupProgress(small.owner.scope)).isDone).toMatchObject({
      survey: true,
      encounter: false,
    });
    await createEncounter(small.scope, small.attribution);
    const progress = await getSetupProgress(small.owner.scope);
    expect(Object.values(progress.isDone)).toEqual([true, true, true, true, true]);
    expect(progress).toMatchObject({ touchpoints: 2, employees: 2, locations: 2 });
    expect((await getSetupProgress(await createOwner())).touchpoints).toBe(0);
  });
});

describe("the audit trail", () => {
  const recordAt = (scope: Scope, iso: string, action: `${string}.${string}`) => {
    const then = makeScope({ ...scope, now: new Date(iso) });
    return withScope(then, (tx) => recordActivity(tx, then, action, { type: "organization" }, { name: iso }));
  };

  it("cuts days in the organization's time zone, also where clocks change", async () => {
    const owner = await createOwner("Europe/Helsinki");
    // Clocks went forward on 29 March 2026: the day began at 22:00 UTC and ended at 21:00 UTC.
    await recordAt(owner, "2026-03-28T21:59:59.999Z", "team.created");
    await recordAt(owner, "2026-03-28T22:00:00.000Z", "team.updated");
    await recordAt(owner, "2026-03-29T20:59:59.999Z", "team.archived");
    await recordAt(owner, "2026-03-29T21:00:00.000Z", "team.restored");
    expect(await listActions(owner, { from: "2026-03-29", to: "2026-03-29" })).toEqual([
      "team.archived",
      "team.updated",
    ]);
    expect(await listActions(owner, { from: "2026-03-30" })).toEqual(["team.restored"]);
    expect(await listActions(owner, { to: "2026-03-28" })).toEqual(["team.created"]);
  });

  it("is filtered by what it is about and by person, nonsense filtering nothing", async () => {
    const organization = await factory.createOrganization();
    const [one, other] = [
      await factory.createMember(organization, "owner", { name: "Aino" }),
      await factory.createMember(organization, "owner", { name: "Bertta" }),
    ];
    await recordAt(one.scope, "2026-01-01T10:00:00Z", "touchpoint.created");
    await recordAt(other.scope, "2026-01-02T10:00:00Z", "survey.published");
    await recordAt(organization.scope, "2026-01-03T10:00:00Z", "import.finished");
    expect(await listActions(one.scope, { group: "journey" })).toEqual(["touchpoint.created"]);
    expect(await listActions(one.scope, { person: other.userId })).toEqual(["survey.published"]);
    expect(await listActions(one.scope, { group: "x", person: "y", from: "2026-02-31", page: "-1" })).toEqual(
      ["import.finished", "survey.published", "touchpoint.created"],
    );
    const { rows } = await listActivity(one.scope, everything);
    expect(rows.map(({ userName, subjectName }) => [userName, subjectName])).toEqual([
      [null, "2026-01-03T10:00:00Z"],
      ["Bertta", "2026-01-02T10:00:00Z"],
      ["Aino", "2026-01-01T10:00:00Z"],
    ]);
  });

  it("comes in pages and holds no other organization's acts", async () => {
    const owner = await createOwner();
    for (let day = 1; day <= 60; day += 1) {
      const iso = new Date(Date.UTC(2026, 0, day)).toISOString();
      await recordAt(owner, iso, "team.created");
    }
    const pages = [1, 2, 3].map((page) => listActivity(owner, { ...everything, page }));
    const [first, second, third] = await Promise.all(pages);
    expect([first?.rows.length, second?.rows.length, third?.rows.length, first?.total]).toEqual([
      50, 10, 0, 60,
    ]);
    expect(await listActions(await createOwner())).toEqual([]);
  });
});
