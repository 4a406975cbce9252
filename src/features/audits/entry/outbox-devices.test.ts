import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Device, no, noBecause, picture, stateOf, untilState, yes } from "./device.test-support";
import type { FakeServer } from "./fake-server.test-support";

let device: Device;
let server: FakeServer;
const open: Device["open"] = (options) => device.open(options);

beforeEach(() => {
  device = new Device();
  server = device.server;
});
afterEach(() => device.wipe());

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
