import "../tenancy/request";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { POST as POST_ATTACHMENT } from "@/app/(app)/o/[organization]/audits/[id]/attachments/route";
import { DELETE, GET } from "@/app/(app)/o/[organization]/audits/[id]/files/[file]/route";
import { POST } from "@/app/(app)/o/[organization]/audits/[id]/photos/route";
import { saveAuditAnswers } from "@/features/audits/commands/save-audit-answers";
import { storeAuditFile } from "@/features/audits/commands/store-audit-file";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import type { StoredPhoto } from "@/features/audits/entry-schema";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import {
  createAudit,
  createAuditForm,
  photoItem,
  smallFormDefinition,
  toAnswerValue,
} from "../../factories/audits";
import { HTML, pdfDocument, phonePhoto, SVG_WITH_SCRIPT, zipArchive } from "../../factories/pictures";
import { createSmallOrganization } from "../../factories/small-organization";
import { createSession } from "../tenancy/makers";
import { signedIn } from "../tenancy/signed-in";

setUpTestDatabase();

async function makeStage() {
  const cast = await createSmallOrganization();
  const definition = smallFormDefinition();
  definition.sections[1]?.items.push(photoItem("front"));
  const form = await createAuditForm(cast.scope, { definition });
  const newAudit = (overrides: Partial<Parameters<typeof createAudit>[1]> = {}) =>
    createAudit(cast.scope, {
      form,
      auditorMemberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      status: "draft",
      answers: { greeted: true, smiled: true, honest: true, listened: "p4" },
      ...overrides,
    });
  return { ...cast, form, newAudit, me: cast.consultant.scope, slug: cast.organization.slug };
}
type Stage = Awaited<ReturnType<typeof makeStage>>;
let made: Promise<Stage> | undefined;
/** One organization for all of them: each makes audits of its own. */
function stage(): Promise<Stage> {
  made ??= makeStage();
  return made;
}

type Member = { userId: string };

async function signIn(member: Member | null): Promise<void> {
  signedIn.person = member && { userId: member.userId, sessionId: await createSession(member.userId) };
}

type Sending = { item?: string; client?: string; type?: string; headers?: Record<string, string> };

/** What the page's script sends. */
async function sendPhoto({ slug }: Stage, auditId: string, body: BodyInit, sending: Sending = {}) {
  const { item = "front", client = uuidv7(), type = "image/jpeg", headers = {} } = sending;
  const request = new Request(`http://x/o/${slug}/audits/${auditId}/photos?item=${item}&client=${client}`, {
    method: "POST",
    body,
    headers: { "content-type": type, ...headers },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  } as RequestInit);
  const response = await POST(request, { params: Promise.resolve({ organization: slug, id: auditId }) });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

const fileContext = (slug: string, id: string, file: string) => ({
  params: Promise.resolve({ organization: slug, id, file }),
});
const getFile = ({ slug }: Stage, auditId: string, fileId: string, headers: HeadersInit = {}) =>
  GET(new Request("http://x/", { headers }), fileContext(slug, auditId, fileId));
const deleteFile = async ({ slug }: Stage, auditId: string, fileId: string) => {
  const response = await DELETE(
    new Request("http://x/", { method: "DELETE" }),
    fileContext(slug, auditId, fileId),
  );
  return { status: response.status, json: await response.json() };
};

const body = (bytes: Buffer) => new Uint8Array(bytes);
const frontOf = async (scope: Scope, auditId: string) => (await getAuditEntry(scope, auditId)).answers.front;

describe("sending photos", () => {
  it("stores a photo, counts it in the item's answer and says its new revision", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    const sent = await sendPhoto(world, id, body(await phonePhoto({ orientation: 6 })));
    expect(sent.status).toBe(201);
    expect(sent.json).toEqual({
      id: expect.any(String),
      itemKey: "front",
      appealMessageId: null,
      contentType: "image/jpeg",
      width: 100,
      height: 200,
      bytes: expect.any(Number),
      revision: 1,
    });
    expect(await frontOf(world.me, id)).toMatchObject({ number: 1, revision: 1 });
    // Saving a comment goes on from there.
    const { saved } = await saveAuditAnswers(world.me, {
      auditId: id,
      changes: [{ itemKey: "front", basedOn: 1, value: { ...toAnswerValue(7), comment: "From the street" } }],
    });
    expect(saved).toEqual([{ itemKey: "front", revision: 2 }]);
    expect(await frontOf(world.me, id)).toMatchObject({ number: 1, comment: "From the street" });
    const gone = await deleteFile(world, id, sent.json.id);
    expect(gone).toEqual({ status: 200, json: { revision: 3 } });
    expect(await frontOf(world.me, id)).toMatchObject({ number: null, comment: "From the street" });
    expect((await getAuditEntry(world.me, id)).files).toEqual([]);
    expect((await deleteFile(world, id, sent.json.id)).status).toBe(404);
  });

  it("the same photo sent again and again is stored once", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    const client = uuidv7();
    const photo = body(await phonePhoto());
    const at = await Promise.all([1, 2, 3].map(() => sendPhoto(world, id, photo, { client })));
    const later = await sendPhoto(world, id, photo, { client });
    expect(at.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set([...at, later].map(({ json }) => json.id)).size).toBe(1);
    expect((await getAuditEntry(world.me, id)).files).toHaveLength(1);
    expect(await frontOf(world.me, id)).toMatchObject({ number: 1 });
  });

  it("is evidence for other items too, and has its limits", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    const photo = body(await phonePhoto());
    const evidence = await sendPhoto(world, id, photo, { item: "greeted" });
    expect(evidence.json).toMatchObject({ itemKey: "greeted", revision: null });
    expect((await getAuditEntry(world.me, id)).answers.greeted).toMatchObject({ number: 1, revision: 1 });
    const fronts = await Promise.all([1, 2, 3, 4].map(() => sendPhoto(world, id, photo)));
    expect(fronts.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422]);
    expect(await frontOf(world.me, id)).toMatchObject({ number: 3 });
    expect((await sendPhoto(world, id, photo, { item: "nothing" })).status).toBe(400);
  });

  it("refuses what is no acceptable picture, in words", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    const jpeg = await phonePhoto();
    const answers: Record<string, string> = {};
    for (const [name, bytes] of Object.entries({
      "20 MB": Buffer.alloc(20_000_000, jpeg),
      "SVG with a script": Buffer.from(SVG_WITH_SCRIPT),
      "PDF named .jpg": pdfDocument(),
      "JPEG and archive": Buffer.concat([jpeg, zipArchive()]),
      "JPEG and page": Buffer.concat([jpeg, Buffer.from(HTML)]),
      nothing: Buffer.alloc(0),
    })) {
      const { status, json } = await sendPhoto(world, id, body(bytes));
      answers[name] = `${status} ${json.message}`;
    }
    expect(answers).toEqual({
      "20 MB": "413 photoTooLarge",
      "SVG with a script": "415 photoSvg",
      "PDF named .jpg": "415 photoIsPdf",
      "JPEG and archive": "415 photoHides",
      "JPEG and page": "415 photoHides",
      nothing: "415 photoNotPicture",
    });
    expect((await getAuditEntry(world.me, id)).files).toEqual([]);
    // As a form of another site would send it, without asking first.
    const crossSite = await sendPhoto(world, id, body(jpeg), { type: "text/plain" });
    expect(crossSite.status).toBe(415);
  });

  it("reads no more of a body than it may", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    /** Never ends; says how much of it was read. */
    const endless = () => {
      const read = { bytes: 0 };
      const stream = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            read.bytes += 1_000_000;
            if (read.bytes > 200_000_000) controller.error(new Error("read to the end"));
            else controller.enqueue(new Uint8Array(1_000_000));
          },
        },
        { highWaterMark: 0 },
      );
      return { read, stream };
    };
    const sendEndless = async (auditId: string, headers: Record<string, string> = {}) => {
      const { read, stream } = endless();
      const { status } = await sendPhoto(world, auditId, stream, { headers });
      return [status, read.bytes];
    };
    // It says how long it is: nothing of it is read.
    expect(await sendEndless(id, { "content-length": "20000000" })).toEqual([413, 0]);
    // It does not say: what comes after the limit is thrown away, for the answer to be read.
    expect((await sendEndless(id))[0]).toBe(413);
    // Nothing of another member's or a finished audit is read either.
    await signIn(world.owner);
    expect(await sendEndless(id)).toEqual([404, 0]);
    await signIn(null);
    expect(await sendEndless(id)).toEqual([401, 0]);
    await signIn(world.consultant);
    const { id: submitted } = await world.newAudit({ status: "submitted" });
    expect(await sendEndless(submitted)).toEqual([409, 0]);
  });

  it("of one member a few at a time; a connection that breaks off frees its place", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    const controllers = new Set<ReadableStreamDefaultController<Uint8Array>>();
    /** Is being read, and brings nothing. */
    const slow = () =>
      new ReadableStream<Uint8Array>(
        { pull: (controller) => void controllers.add(controller) },
        { highWaterMark: 0 },
      );
    const waiting = [1, 2, 3, 4].map(() => sendPhoto(world, id, slow(), { item: "greeted" }));
    await expect.poll(() => controllers.size, { timeout: 10_000 }).toBe(4);
    const photo = body(await phonePhoto());
    const fifth = await sendPhoto(world, id, photo);
    expect([fifth.status, fifth.headers.get("retry-after")]).toEqual([429, "5"]);
    for (const controller of controllers) controller.error(new Error("connection lost"));
    for (const { status } of await Promise.all(waiting)) expect(status).toBe(408);
    expect((await sendPhoto(world, id, photo)).status).toBe(201);
  });

  it("a photo makes an item that was said not to apply apply again, and stays when it is said so later", async () => {
    const world = await stage();
    const { id } = await world.newAudit();
    await signIn(world.consultant);
    const notApplicable = { ...toAnswerValue(null), comment: "Closed" };
    await saveAuditAnswers(world.me, {
      auditId: id,
      changes: [{ itemKey: "front", basedOn: 0, value: notApplicable }],
    });
    const { json } = await sendPhoto(world, id, body(await phonePhoto()));
    expect(await frontOf(world.me, id)).toMatchObject({
      isNotApplicable: false,
      number: 1,
      comment: "Closed",
    });
    await saveAuditAnswers(world.me, {
      auditId: id,
      changes: [{ itemKey: "front", basedOn: json.revision, value: notApplicable }],
    });
    expect(await frontOf(world.me, id)).toMatchObject({ isNotApplicable: true, number: null });
    expect((await getAuditEntry(world.me, id)).files).toHaveLength(1);
  });

  it("at the moment of submission it is stored before it or refused", async () => {
    const world = await stage();
    await signIn(world.consultant);
    const photo = body(await phonePhoto());
    for (let round = 0; round < 3; round += 1) {
      const { id } = await world.newAudit();
      const [sent] = await Promise.all([sendPhoto(world, id, photo), submitAudit(world.me, { auditId: id })]);
      const entry = await getAuditEntry(world.me, id);
      expect(entry.status).toBe("submitted");
      expect(entry.files).toHaveLength(sent.status === 201 ? 1 : 0);
      expect([201, 409]).toContain(sent.status);
    }
  });
});

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
    const response = await POST_ATTACHMENT(request, {
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
