import "../tenancy/request";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { storeAuditFile } from "@/features/audits/commands/store-audit-file";
import type { StoredPhoto } from "@/features/audits/entry-schema";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { phonePhoto } from "../../factories/pictures";
import { createSmallOrganization } from "../../factories/small-organization";
import { deleteFile, getFile, type Stage, signIn, stage } from "./photo-cast";

setUpTestDatabase();

describe("reading and deleting photos", () => {
  const withPhoto = async (world: Stage, overrides: Parameters<Stage["newAudit"]>[0] = {}) => {
    const draft = await world.newAudit();
    const photo = await storeAuditFile(
      world.me,
      { auditId: draft.id, itemKey: "front", clientKey: uuidv7() },
      await phonePhoto(),
    );
    const audit = Object.keys(overrides).length === 0 ? draft : await world.newAudit(overrides);
    if (audit.id !== draft.id) await move(world, photo, audit.id);
    return { id: audit.id, photo };
  };
  /** Makes the photo one of an audit that is past its draft. */
  const move = (world: Stage, photo: StoredPhoto, auditId: string) =>
    withScope(world.scope, (tx) =>
      tx.auditFile.updateMany({
        where: { organizationId: world.organization.id, id: photo.id },
        data: { auditId },
      }),
    );

  it("shows it to whoever sees its audit then, and to nobody else", async () => {
    const world = await stage();
    const draft = await withPhoto(world);
    const published = await withPhoto(world, {
      status: "published",
      employeeId: world.employee.id,
      reviewerMemberId: world.owner.memberId,
      publishedAt: world.scope.now,
    });
    const people = {
      consultant: world.consultant,
      owner: world.owner,
      manager: world.manager,
      localManager: world.localManager,
      employee: world.employeeMember,
      stranger: (await createSmallOrganization()).owner,
      nobody: null,
    };
    const seen: Record<string, string> = {};
    for (const [name, member] of Object.entries(people)) {
      await signIn(member);
      const statuses = [];
      for (const { id, photo } of [draft, published])
        statuses.push((await getFile(world, id, photo.id)).status);
      seen[name] = statuses.join(" ");
    }
    expect(seen).toEqual({
      consultant: "200 200",
      owner: "404 200",
      manager: "404 404",
      localManager: "404 200",
      employee: "404 200",
      stranger: "404 404",
      nobody: "404 404",
    });
    // A known file under another audit's address is none.
    await signIn(world.consultant);
    expect((await getFile(world, draft.id, published.photo.id)).status).toBe(404);
    expect((await getFile(world, draft.id, "not-an-id")).status).toBe(404);
  });

  it("as a picture that can do nothing, asked for again each time it is shown", async () => {
    const world = await stage();
    const { id, photo } = await withPhoto(world);
    await signIn(world.consultant);
    const response = await getFile(world, id, photo.id);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": String(photo.bytes),
      "content-disposition": `inline; filename="${photo.id}.jpg"`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    expect((await response.arrayBuffer()).byteLength).toBe(photo.bytes);
    const tag = response.headers.get("etag") as string;
    const again = await getFile(world, id, photo.id, { "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await signIn(world.owner);
    expect((await getFile(world, id, photo.id, { "if-none-match": tag })).status).toBe(404);
  });

  it("is deleted by its auditor alone, leaves a trace once it was handed over, and stays after submission", async () => {
    const world = await stage();
    const draft = await withPhoto(world);
    const returned = await withPhoto(world, { status: "returned", timesReturned: 1 });
    const submitted = await withPhoto(world, { status: "submitted" });
    for (const other of [world.owner, world.manager, world.employeeMember]) {
      await signIn(other);
      expect((await deleteFile(world, draft.id, draft.photo.id)).status).toBe(404);
    }
    await signIn(world.consultant);
    expect((await deleteFile(world, submitted.id, submitted.photo.id)).status).toBe(409);
    expect((await deleteFile(world, draft.id, draft.photo.id)).status).toBe(200);
    expect((await deleteFile(world, returned.id, returned.photo.id)).status).toBe(200);
    const traces = await withScope(world.scope, (tx) =>
      tx.activityEvent.findMany({
        where: { organizationId: world.organization.id, action: "audit.photoRemoved" },
        select: { subjectId: true },
      }),
    );
    expect(traces).toEqual([{ subjectId: returned.id }]);
  });
});
