import "../tenancy/request";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/(app)/o/[organization]/audits/[id]/attachments/route";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { pdfDocument, phonePhoto } from "../../factories/pictures";
import { body, deleteFile, getFile, type Stage, signIn, stage } from "./photo-cast";

setUpTestDatabase();

describe("attachments of appeals", () => {
  async function appealed(world: Stage, status: "open" | "upheld" = "open") {
    const { id: auditId } = await world.newAudit({
      status: "published",
      employeeId: world.employee.id,
      reviewerMemberId: world.owner.memberId,
    });
    const [appealId, messageId] = [uuidv7(), uuidv7()];
    const { organizationId, now } = world.scope;
    const { userId } = world.employeeMember;
    await withScope(world.scope, async (tx) => {
      await tx.auditAppeal.createMany({
        data: {
          organizationId,
          id: appealId,
          auditId,
          itemId: world.form.itemIds.smiled as string,
          kind: "factual_error",
          status,
          openedByUserId: userId,
          openedAt: now,
          ...(status === "open"
            ? {}
            : { decidedAt: now, decision: "No.", decidedByUserId: world.owner.userId }),
        },
      });
      await tx.auditAppealMessage.createMany({
        data: {
          organizationId,
          id: messageId,
          appealId,
          text: "See the picture",
          writtenByUserId: userId,
          writtenAt: now,
        },
      });
    });
    return { auditId, messageId };
  }

  async function attach(
    { slug }: Stage,
    { auditId, messageId }: { auditId: string; messageId: string },
    bytes: Buffer,
    type = "image/jpeg",
    client = uuidv7(),
  ) {
    const request = new Request(`http://x/?message=${messageId}&client=${client}`, {
      method: "POST",
      body: body(bytes),
      headers: { "content-type": type },
    });
    const response = await POST(request, {
      params: Promise.resolve({ organization: slug, id: auditId }),
    });
    return { status: response.status, json: await response.json() };
  }

  it("are pictures drawn anew and PDFs as they are, which are only saved", async () => {
    const world = await stage();
    const appeal = await appealed(world);
    await signIn(world.employeeMember);
    const picture = await attach(world, appeal, await phonePhoto());
    expect(picture).toMatchObject({
      status: 201,
      json: { appealMessageId: appeal.messageId, itemKey: null },
    });
    const pdf = pdfDocument();
    const document = await attach(world, appeal, pdf, "application/pdf");
    expect(document).toMatchObject({
      status: 201,
      json: { contentType: "application/pdf", bytes: pdf.length },
    });
    const response = await getFile(world, appeal.auditId, document.json.id);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${document.json.id}.pdf"`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf);
    const active = pdfDocument({ objects: ["<< /S /JavaScript /JS (x) >>"] });
    expect(await attach(world, appeal, active, "application/pdf")).toEqual({
      status: 415,
      json: { message: "pdfActive" },
    });
    // The auditor's photos can be deleted; what was said in an appeal cannot.
    await signIn(world.consultant);
    expect((await deleteFile(world, appeal.auditId, document.json.id)).status).not.toBe(200);
  });

  it("belong to one's own message in an open appeal, and are no more than five", async () => {
    const world = await stage();
    const appeal = await appealed(world);
    const photo = await phonePhoto();
    for (const other of [world.owner, world.localManager, world.consultant]) {
      await signIn(other);
      expect((await attach(world, appeal, photo)).status).toBe(404);
    }
    await signIn(world.employeeMember);
    expect((await attach(world, await appealed(world, "upheld"), photo)).status).toBe(409);
    expect((await attach(world, { ...appeal, messageId: uuidv7() }, photo)).status).toBe(404);
    const client = uuidv7();
    const twice = await Promise.all([1, 2].map(() => attach(world, appeal, photo, "image/jpeg", client)));
    expect(twice[0]?.json.id).toBe(twice[1]?.json.id);
    const statuses = [];
    for (let sent = 0; sent < 5; sent += 1) statuses.push((await attach(world, appeal, photo)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 422]);
  });
});
