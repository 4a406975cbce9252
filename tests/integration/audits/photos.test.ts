import "../tenancy/request";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { saveAuditAnswers } from "@/features/audits/commands/save-audit-answers";
import { submitAudit } from "@/features/audits/commands/submit-audit";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { setUpTestDatabase } from "../../database";
import { toAnswerValue } from "../../factories/audit-forms";
import { HTML, pdfDocument, phonePhoto, SVG_WITH_SCRIPT, zipArchive } from "../../factories/pictures";
import { body, deleteFile, frontOf, sendPhoto, signIn, stage } from "./photo-cast";

setUpTestDatabase();

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
