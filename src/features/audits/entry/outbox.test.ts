import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AuditAnswerValue, NO_ANSWER } from "@/features/audit-forms/schema";
import { deleteEntryDatabase, listUnsent, openEntryStore, openMemoryStore } from "./entry-store";
import { FakeServer } from "./fake-server.test-support";
import { AuditOutbox } from "./outbox";
import type { EntryPage, EntryStore } from "./outbox-types";

const yes: AuditAnswerValue = { ...NO_ANSWER, number: 1 };
const no: AuditAnswerValue = { ...NO_ANSWER, number: 0 };
const noBecause = (comment: string): AuditAnswerValue => ({ ...no, comment });
const picture = (text = "picture") => new Blob([text], { type: "image/jpeg" });

let server: FakeServer;
let opened: AuditOutbox[];
const member = "member-1";

/** A device (or the same one opened again) with the audit on screen. */
async function open(
  options: { page?: EntryPage; store?: EntryStore; pause?: number; announce?: () => void } = {},
): Promise<AuditOutbox> {
  const outbox = new AuditOutbox({
    store: options.store ?? openEntryStore(member, "audit-1"),
    connection: server.outboxConnection,
    page: options.page ?? server.page(),
    photoItems: server.photoItems,
    announce: options.announce,
    delays: { pause: options.pause ?? 5, firstRetry: 10, longestRetry: 20, loading: 200 },
  });
  opened.push(outbox);
  await outbox.start();
  return outbox;
}

const stateOf = (outbox: AuditOutbox) => outbox.getSnapshot().state;
const untilState = (outbox: AuditOutbox, state: string) =>
  vi.waitFor(() => expect(stateOf(outbox)).toBe(state), { interval: 2, timeout: 3000 });

beforeEach(() => {
  server = new FakeServer();
  opened = [];
});
afterEach(async () => {
  for (const outbox of opened) outbox.stop();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.race([
    deleteEntryDatabase(member),
    new Promise((_resolve, reject) => setTimeout(() => reject(new Error("still open")), 2000)),
  ]);
});

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
    expect(await listUnsent(member)).toEqual({ "audit-1": 3 });

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
    expect(await listUnsent(member)).toEqual({});
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

describe("another device", () => {
  it("that answered the same is nothing to choose about", async () => {
    const outbox = await open();
    server.answerElsewhere("greeted", yes);
    outbox.answer("greeted", yes);
    await untilState(outbox, "saved");
    expect(server.answers.greeted?.revision).toBe(1);
  });

  it("that answered differently waits for the choice; everything else is sent", async () => {
    const outbox = await open();
    server.answerElsewhere("greeted", no);
    outbox.answer("greeted", yes);
    outbox.answer("smiled", yes);
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    await untilState(outbox, "choose");
    await vi.waitFor(() => expect(server.photos.size).toBe(1));
    expect(outbox.getSnapshot().conflicts.greeted?.value).toEqual(no);
    expect(outbox.getSnapshot().answers.greeted).toEqual(yes);
    expect(server.answers.greeted?.value).toEqual(no);
    expect(server.answers.smiled?.value).toEqual(yes);

    outbox.choose("greeted", "mine");
    await untilState(outbox, "saved");
    expect(server.answers.greeted).toEqual({ revision: 2, value: yes });
  });

  it("is taken over when the person chooses theirs", async () => {
    const outbox = await open();
    server.answerElsewhere("greeted", no);
    outbox.answer("greeted", yes);
    await untilState(outbox, "choose");
    outbox.choose("greeted", "theirs");
    await untilState(outbox, "saved");
    expect(outbox.getSnapshot().answers.greeted).toEqual(no);
    expect(server.answers.greeted).toEqual({ revision: 1, value: no });
    outbox.answer("greeted", yes);
    await untilState(outbox, "saved");
    expect(server.answers.greeted).toEqual({ revision: 2, value: yes });
  });

  it("is still to be chosen about after the page was opened again, with its newest answer", async () => {
    const outbox = await open();
    server.answerElsewhere("greeted", no);
    outbox.answer("greeted", yes);
    await untilState(outbox, "choose");
    outbox.stop();
    server.answerElsewhere("greeted", noBecause("nobody was there"));
    const again = await open();
    expect(stateOf(again)).toBe("choose");
    expect(again.getSnapshot().conflicts.greeted).toMatchObject({
      revision: 2,
      value: noBecause("nobody was there"),
    });
    again.choose("greeted", "mine");
    await untilState(again, "saved");
    expect(server.answers.greeted).toEqual({ revision: 3, value: yes });
  });

  it("that moved on while the choice was made is asked about again", async () => {
    const outbox = await open();
    server.answerElsewhere("greeted", no);
    outbox.answer("greeted", yes);
    await untilState(outbox, "choose");
    server.answerElsewhere("greeted", noBecause("later"));
    outbox.choose("greeted", "mine");
    await vi.waitFor(() => expect(outbox.getSnapshot().conflicts.greeted?.revision).toBe(2));
    expect(server.answers.greeted?.value).toEqual(noBecause("later"));
  });

  it("has its answers on a page that the server made since", async () => {
    const outbox = await open();
    outbox.answer("greeted", yes);
    await untilState(outbox, "saved");
    outbox.stop();
    server.answerElsewhere("greeted", no);
    server.answerElsewhere("smiled", yes);
    const again = await open();
    expect(again.getSnapshot().answers).toEqual({ greeted: no, smiled: yes });
  });

  it("that changed the same detail of the visit is chosen about; other details are kept from both", async () => {
    const outbox = await open();
    server.visit = { ...server.visit, summary: "Theirs", visitEndedAt: "2026-11-22T10:00:00.000Z" };
    outbox.changeVisit({ summary: "Mine", visitStartedAt: "2026-11-22T09:00:00.000Z" });
    await untilState(outbox, "choose");
    expect(outbox.getSnapshot().visitConflicts).toEqual({ summary: "Theirs" });
    outbox.chooseVisit("mine");
    await untilState(outbox, "saved");
    expect(server.visit).toEqual({
      visitStartedAt: "2026-11-22T09:00:00.000Z",
      visitEndedAt: "2026-11-22T10:00:00.000Z",
      employeeId: null,
      summary: "Mine",
    });
  });
});

describe("the visit on a page that the server made since", () => {
  it("has the other device's details where none was entered here", async () => {
    server.connection = "down";
    const outbox = await open();
    outbox.changeVisit({ summary: "Mine" });
    await untilState(outbox, "waiting");
    outbox.stop();
    server.visit = { ...server.visit, visitEndedAt: "2026-11-22T10:00:00.000Z" };
    server.connection = "up";
    const again = await open();
    await untilState(again, "saved");
    expect(server.visit).toMatchObject({ summary: "Mine", visitEndedAt: "2026-11-22T10:00:00.000Z" });
  });

  it("asks where both entered something", async () => {
    server.connection = "down";
    const outbox = await open();
    outbox.changeVisit({ summary: "Mine" });
    await untilState(outbox, "waiting");
    outbox.stop();
    server.visit = { ...server.visit, summary: "Theirs" };
    const again = await open();
    expect(stateOf(again)).toBe("choose");
    again.chooseVisit("theirs");
    server.connection = "up";
    await untilState(again, "saved");
    expect(server.visit.summary).toBe("Theirs");
    expect(again.getSnapshot().visit.summary).toBe("Theirs");
  });
});

describe("photos", () => {
  it("come after the answers and are counted by the server without a conflict", async () => {
    const outbox = await open({ pause: 0 });
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    outbox.addPhoto({ id: "p2", itemKey: "photos", blob: picture() });
    outbox.answer("photos", { ...NO_ANSWER, comment: "two of the window" });
    outbox.answer("greeted", yes);
    await untilState(outbox, "saved");
    expect(server.log).toEqual(["answers photos greeted", "photo p1", "photo p2"]);
    outbox.answer("photos", { ...NO_ANSWER, comment: "two of the window and the door" });
    await untilState(outbox, "saved");
    expect(server.answers.photos?.value?.comment).toBe("two of the window and the door");
  });

  it("counted elsewhere are no answer to choose about", async () => {
    const outbox = await open();
    server.answerElsewhere("photos", { ...NO_ANSWER, number: 1 });
    outbox.answer("photos", { ...NO_ANSWER, comment: "the window" });
    await untilState(outbox, "saved");
    expect(server.answers.photos?.value).toEqual({ ...NO_ANSWER, number: 1, comment: "the window" });
  });

  it("that the server does not take say why and hold up nothing", async () => {
    server.refuse = (request) =>
      request === "photo p1" ? { kind: "refused", message: "This is not a picture." } : null;
    const outbox = await open();
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    outbox.addPhoto({ id: "p2", itemKey: "photos", blob: picture() });
    await untilState(outbox, "refused");
    await vi.waitFor(() => expect([...server.photos.keys()]).toEqual(["p2"]));
    expect(outbox.getSnapshot().photos).toMatchObject([{ id: "p1", refusal: "This is not a picture." }]);
    outbox.removePhoto("p1");
    expect(stateOf(outbox)).toBe("saved");
  });

  it("are removed from the server too, now or when the connection is back", async () => {
    const outbox = await open();
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    await untilState(outbox, "saved");
    server.connection = "down";
    outbox.removePhoto("file-p1");
    expect(outbox.getSnapshot().files).toEqual([]);
    await untilState(outbox, "waiting");
    server.connection = "up";
    await untilState(outbox, "saved");
    expect(server.files).toEqual([]);
  });

  it("removed while on their way do not come back", async () => {
    const outbox = await open();
    outbox.addPhoto({ id: "p1", itemKey: "photos", blob: picture() });
    await vi.waitFor(() => expect(server.underWay).toBe(1), { interval: 0 });
    outbox.removePhoto("p1");
    await untilState(outbox, "saved");
    expect(server.files).toEqual([]);
    expect(outbox.getSnapshot().files).toEqual([]);
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
    const other = await open({ store: openEntryStore(member, "audit-2") });
    other.answer("greeted", no);
    const outbox = await open();
    outbox.answer("greeted", yes);
    await untilState(outbox, "waiting");
    await outbox.forget();
    expect(await listUnsent(member)).toEqual({ "audit-2": 1 });
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
