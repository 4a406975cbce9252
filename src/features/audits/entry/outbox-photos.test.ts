import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_ANSWER } from "@/features/audit-forms/schema";
import { Device, picture, stateOf, untilState, yes } from "./device.test-support";
import type { FakeServer } from "./fake-server.test-support";

let device: Device;
let server: FakeServer;
const open: Device["open"] = (options) => device.open(options);

beforeEach(() => {
  device = new Device();
  server = device.server;
});
afterEach(() => device.wipe());

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
