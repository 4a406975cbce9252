import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Device, MEMBER, no, noBecause, picture, stateOf, untilState, yes } from "./device.test-support";
import { deleteEntryDatabase, listUnsent, openEntryStore, openMemoryStore } from "./entry-store";
import type { FakeServer } from "./fake-server.test-support";

let device: Device;
let server: FakeServer;
const open: Device["open"] = (options) => device.open(options);

beforeEach(() => {
  device = new Device();
  server = device.server;
});
afterEach(() => device.wipe());

describe("answers", () => {
  it("are sent together after a pause, the last one of each item", async () => {
    const outbox = await open();
    outbox.answer("greeted", yes);
    outbox.answer("smiled", yes);
    outbox.answer("greeted", noBecause("looked"));
    outbox.answer("greeted", noBecause("looked away"));
    expect(stateOf(outbox)).toBe("sending");
    await untilState(outbox, "saved");
    expect(server.log).toEqual(["answers greeted smiled"]);
    expect(server.answers).toEqual({
      greeted: { revision: 1, value: noBecause("looked away") },
      smiled: { revision: 1, value: yes },
    });
  });

  it("go on from the revision the server gave", async () => {
    const outbox = await open();
    for (const value of [yes, no, null]) {
      outbox.answer("greeted", value);
      await untilState(outbox, "saved");
    }
    expect(server.answers.greeted).toEqual({ revision: 3, value: null });
    expect(outbox.getSnapshot().answers.greeted).toBeNull();
  });

  it("are not sent when they are back to what the server has", async () => {
    const outbox = await open({ pause: 20 });
    outbox.answer("greeted", yes);
    outbox.answer("greeted", null);
    expect(stateOf(outbox)).toBe("saved");
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(server.log).toEqual([]);
  });

  it("given while a request is under way follow it, never beside it", async () => {
    const outbox = await open({ pause: 0 });
    for (let index = 0; index < 20; index += 1) {
      outbox.answer("greeted", noBecause(`version ${index}`));
      outbox.answer(`other-${index % 4}`, yes);
      await new Promise((resolve) => setTimeout(resolve, index % 3));
    }
    await untilState(outbox, "saved");
    expect(server.mostUnderWay).toBe(1);
    expect(server.answers.greeted?.value?.comment).toBe("version 19");
    expect(Object.keys(server.answers)).toHaveLength(5);
  });

  it("of any number come in batches", async () => {
    server.connection = "down";
    const outbox = await open();
    for (let index = 0; index < 95; index += 1) outbox.answer(`item-${index}`, yes);
    await untilState(outbox, "waiting");
    server.connection = "up";
    await untilState(outbox, "saved");
    expect(server.log.map((line) => line.split(" ").length - 1)).toEqual([40, 40, 15]);
  });
});

describe("a lost connection", () => {
  it("keeps the answers, says how many, and sends them when it is back", async () => {
    server.connection = "down";
    const outbox = await open();
    outbox.answer("greeted", yes);
    outbox.answer("smiled", no);
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    await untilState(outbox, "waiting");
    expect(outbox.getSnapshot().unsent).toEqual({ answers: 2, photos: 1, others: 0 });
    server.connection = "up";
    outbox.retry();
    await untilState(outbox, "saved");
    expect(server.log).toEqual(["answers greeted smiled", "photo p1"]);
  });

  it("is survived by closing the browser: everything is there and sent when it is opened again", async () => {
    server.connection = "down";
    const page = server.page();
    const before = await open({ page });
    before.answer("greeted", noBecause("nobody looked up"));
    before.changeVisit({ visitStartedAt: "2026-11-22T09:00:00.000Z" });
    before.addPhoto({ id: "p1", itemKey: "photos", blob: picture("the shop window") });
    await untilState(before, "waiting");
    before.stop();
    expect(await listUnsent(MEMBER)).toEqual({ "audit-1": 3 });

    // The page itself was kept: it is the one from before.
    const after = await open({ page });
    expect(after.getSnapshot().answers.greeted).toEqual(noBecause("nobody looked up"));
    expect(after.getSnapshot().visit.visitStartedAt).toBe("2026-11-22T09:00:00.000Z");
    expect(after.getSnapshot().photos).toHaveLength(1);
    server.connection = "up";
    after.retry();
    await untilState(after, "saved");
    expect(server.answers.greeted?.value).toEqual(noBecause("nobody looked up"));
    expect(server.visit.visitStartedAt).toBe("2026-11-22T09:00:00.000Z");
    expect(await server.photos.get("p1")?.blob.text()).toBe("the shop window");
    // The device forgets what was sent a moment after it says so; sending it again would change nothing.
    await vi.waitFor(async () => expect(await listUnsent(MEMBER)).toEqual({}));
  });

  it("does not make a kept page forget what was saved after it was kept", async () => {
    const page = server.page();
    const before = await open({ page });
    before.answer("greeted", yes);
    await untilState(before, "saved");
    before.stop();
    server.connection = "down";
    const after = await open({ page });
    expect(after.getSnapshot().answers.greeted).toEqual(yes);
    after.answer("greeted", no);
    server.connection = "up";
    await untilState(after, "saved");
    expect(server.answers.greeted).toEqual({ revision: 2, value: no });
  });

  it("does not take a copy made before the saves for what the server has now", async () => {
    const before = await open();
    // Kept while the page was open, so made later than it.
    const copy = server.page();
    before.answer("greeted", yes);
    before.changeVisit({ summary: "Quiet." });
    await untilState(before, "saved");
    await before.settle();
    before.stop();
    server.connection = "down";
    const after = await open({ page: copy, isCopy: true });
    expect(after.getSnapshot()).toMatchObject({ answers: { greeted: yes }, visit: { summary: "Quiet." } });
    after.stop();
    // Without anybody to ask, the revisions still tell.
    const unasked = await open({ page: copy });
    expect(unasked.getSnapshot().answers.greeted).toEqual(yes);
  });

  it("in the middle of a reply is no conflict with oneself", async () => {
    server.connection = "reply lost";
    const outbox = await open();
    outbox.answer("greeted", yes);
    outbox.changeVisit({ summary: "Quiet." });
    await vi.waitFor(() => expect(server.answers.greeted?.value).toEqual(yes), { interval: 2 });
    outbox.answer("greeted", no);
    server.connection = "up";
    await untilState(outbox, "saved");
    expect(server.answers.greeted?.value).toEqual(no);
    expect(outbox.getSnapshot().conflicts).toEqual({});
    expect(server.visit.summary).toBe("Quiet.");
  });

  it("in the middle of a reply about the visit, then changed on, is no conflict with oneself", async () => {
    server.connection = "reply lost";
    const outbox = await open();
    outbox.changeVisit({ summary: "Quiet." });
    await vi.waitFor(() => expect(server.visit.summary).toBe("Quiet."), { interval: 2 });
    outbox.changeVisit({ summary: "Quiet, then busy." });
    server.connection = "up";
    await untilState(outbox, "saved");
    expect(server.visit.summary).toBe("Quiet, then busy.");
  });

  it("in the middle of a photo's reply stores it once", async () => {
    server.connection = "reply lost";
    const outbox = await open();
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    await vi.waitFor(() => expect(server.log.length).toBeGreaterThan(1), { interval: 2 });
    server.connection = "up";
    await untilState(outbox, "saved");
    expect(outbox.getSnapshot().files.map(({ id }) => id)).toEqual(["file-p1"]);
    expect(server.files).toHaveLength(1);
  });
});

describe("a server that says no", () => {
  it("to one answer does not keep the others from it", async () => {
    server.refuse = (request) =>
      request.startsWith("answers") && request.includes("bad")
        ? { kind: "refused", fields: { bad: "This answer does not fit." } }
        : null;
    const outbox = await open();
    for (const key of ["one", "bad", "two"]) outbox.answer(key, yes);
    await untilState(outbox, "refused");
    await vi.waitFor(() => expect(Object.keys(server.answers)).toEqual(["one", "two"]));
    expect(outbox.getSnapshot().refusals).toEqual({ bad: "This answer does not fit." });
    server.refuse = () => null;
    outbox.answer("bad", no);
    await untilState(outbox, "saved");
    expect(server.answers.bad?.value).toEqual(no);
  });

  it("to the visit says so at its fields until they are changed", async () => {
    server.refuse = (request) =>
      request === "visit" ? { kind: "refused", fields: { visitEndedAt: "Ends before it begins." } } : null;
    const outbox = await open();
    outbox.changeVisit({ visitEndedAt: "2026-11-22T08:00:00.000Z" });
    outbox.answer("greeted", yes);
    await untilState(outbox, "refused");
    expect(outbox.getSnapshot().visitRefusals).toEqual({ visitEndedAt: "Ends before it begins." });
    expect(server.answers.greeted?.value).toEqual(yes);
    server.refuse = () => null;
    outbox.changeVisit({ visitEndedAt: "2026-11-22T10:00:00.000Z" });
    await untilState(outbox, "saved");
  });

  it("to everything stops it; it goes on when asked, and nothing is lost", async () => {
    server.refuse = () => ({ kind: "stopped", message: "Sign in again." });
    const outbox = await open();
    outbox.answer("greeted", yes);
    await untilState(outbox, "stopped");
    expect(outbox.getSnapshot().message).toBe("Sign in again.");
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.log).toHaveLength(1);
    server.refuse = () => null;
    outbox.retry();
    await untilState(outbox, "saved");
    expect(server.answers.greeted?.value).toEqual(yes);
  });

  it("because the page is too old keeps everything for the new page", async () => {
    server.refuse = () => ({ kind: "outdated" });
    const outbox = await open();
    outbox.answer("greeted", yes);
    await untilState(outbox, "outdated");
    outbox.stop();
    server.refuse = () => null;
    const again = await open();
    await untilState(again, "saved");
    expect(server.answers.greeted?.value).toEqual(yes);
  });
});

describe("the end", () => {
  it("settles everything at once and says whether the server has it", async () => {
    const outbox = await open({ pause: 10_000 });
    outbox.answer("greeted", yes);
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    expect(await outbox.settle()).toBe(true);
    server.connection = "down";
    outbox.answer("greeted", no);
    expect(await outbox.settle()).toBe(false);
  });

  it("forgets the audit on the device and no other", async () => {
    server.connection = "down";
    const other = await open({ store: openEntryStore(MEMBER, "audit-2") });
    other.answer("greeted", no);
    const outbox = await open();
    outbox.answer("greeted", yes);
    await untilState(outbox, "waiting");
    await outbox.forget();
    expect(await listUnsent(MEMBER)).toEqual({ "audit-2": 1 });
  });
});

describe("a device", () => {
  it("that stores nothing still sends, and says that it keeps nothing", async () => {
    const broken = openMemoryStore();
    const outbox = await open({ store: { ...broken, load: () => Promise.reject(new Error("private")) } });
    expect(outbox.getSnapshot().isKept).toBe(false);
    outbox.answer("greeted", yes);
    await untilState(outbox, "saved");
    expect(server.answers.greeted?.value).toEqual(yes);
  });

  it("whose database hangs opens all the same", async () => {
    const outbox = await open({ store: { ...openMemoryStore(), load: () => new Promise(() => {}) } });
    expect(outbox.getSnapshot()).toMatchObject({ isReady: true, isKept: false });
  });

  it("shows in one page what was answered in another", async () => {
    const second = await open();
    const first = await open({ announce: () => void second.reload() });
    first.answer("greeted", yes);
    await vi.waitFor(() => expect(second.getSnapshot().answers.greeted).toEqual(yes));
    await untilState(first, "saved");
    await untilState(second, "saved");
  });

  it("of another member keeps its own", async () => {
    server.connection = "down";
    const mine = await open();
    mine.answer("greeted", yes);
    await untilState(mine, "waiting");
    const theirs = openEntryStore("member-2", "audit-1");
    expect((await theirs.load()).pendingAnswers).toEqual([]);
    await deleteEntryDatabase("member-2");
  });
});
