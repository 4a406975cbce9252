import { describe, expect, it } from "vitest";
import type { ActionResult } from "@/server/action-result";
import { ChunkUploader, type UploadConnection } from "./chunk-uploader";

const LOST = { ok: false as const, code: "unexpected" as const };
const REFUSED = {
  ok: false as const,
  code: "invalid" as const,
  message: "No.",
  fields: { file: "Not a file." },
};

/** A server that takes pieces, and answers otherwise where told to. */
function makeServer(answers: { [call: string]: ActionResult<never>[] } = {}) {
  const calls: string[] = [];
  const pieces: string[] = [];
  const answer = async <T>(call: string, data: T): Promise<ActionResult<T>> => {
    calls.push(call);
    return answers[call]?.shift() ?? { ok: true, data };
  };
  const connection: UploadConnection = {
    begin: () => answer("begin", { id: "import" }),
    send: async (_, position, content) => {
      const result = await answer(`send ${position}`, null);
      if (result.ok) pieces[position] = await content.text();
      return result;
    },
    finish: () => answer("finish", null),
    discard: () => answer("discard", null),
  };
  return { connection, calls, pieces };
}

const pauses = () => {
  const taken: number[] = [];
  const pause = async (milliseconds: number) => {
    taken.push(milliseconds);
  };
  return { taken, pause };
};

describe("an upload in pieces", () => {
  it("sends every piece once, in order, and tells how far it is", async () => {
    const server = makeServer();
    const uploader = new ChunkUploader(new Blob(["abcdefgh"]), server.connection, 3);
    const seen: number[] = [];
    uploader.subscribe(() => seen.push(uploader.getSnapshot().sentBytes));
    expect(await uploader.run()).toBe("import");
    expect(server.calls).toEqual(["begin", "send 0", "send 1", "send 2", "finish"]);
    expect(server.pieces).toEqual(["abc", "def", "gh"]);
    expect([...new Set(seen)]).toEqual([0, 3, 6, 8]);
    expect(uploader.getSnapshot()).toMatchObject({ state: "done", sentBytes: 8, totalBytes: 8 });
  });

  it("goes on from the same piece after a lost connection, waiting longer each time", async () => {
    const server = makeServer({ "send 1": [LOST, LOST] });
    const { taken, pause } = pauses();
    const uploader = new ChunkUploader(new Blob(["abcdef"]), server.connection, 3, pause);
    const states: string[] = [];
    uploader.subscribe(() => states.push(uploader.getSnapshot().state));
    expect(await uploader.run()).toBe("import");
    expect(server.calls).toEqual(["begin", "send 0", "send 1", "send 1", "send 1", "finish"]);
    expect(taken).toEqual([1000, 2000]);
    expect(states).toContain("waiting");
    expect(server.pieces).toEqual(["abc", "def"]);
  });

  it("stops when the connection stays lost, and goes on when told to", async () => {
    const server = makeServer({ "send 1": Array.from({ length: 6 }, () => LOST) });
    const uploader = new ChunkUploader(new Blob(["abcdef"]), server.connection, 3, pauses().pause);
    expect(await uploader.run()).toBeNull();
    expect(uploader.getSnapshot()).toMatchObject({ state: "stopped", sentBytes: 3 });
    expect(await uploader.run()).toBe("import");
    expect(server.calls.filter((call) => call === "send 0")).toHaveLength(1);
    expect(server.pieces).toEqual(["abc", "def"]);
  });

  it("does not repeat what the server refuses", async () => {
    const server = makeServer({ finish: [REFUSED] });
    const { taken, pause } = pauses();
    const uploader = new ChunkUploader(new Blob(["abc"]), server.connection, 3, pause);
    expect(await uploader.run()).toBeNull();
    expect(uploader.getSnapshot()).toMatchObject({
      state: "stopped",
      failure: { fields: { file: "Not a file." } },
    });
    expect(taken).toEqual([]);
  });

  it("throws away what was sent when it is cancelled, also while it waits for the connection", async () => {
    const server = makeServer({ "send 1": Array.from({ length: 6 }, () => LOST) });
    const uploader = new ChunkUploader(
      new Blob(["abcdef"]),
      server.connection,
      3,
      () => new Promise(() => {}),
    );
    const running = uploader.run();
    await expect.poll(() => uploader.getSnapshot().state).toBe("waiting");
    await uploader.cancel();
    expect(await running).toBeNull();
    expect(server.calls).toEqual(["begin", "send 0", "send 1", "discard"]);
    expect(uploader.getSnapshot().state).toBe("cancelled");
  });

  it("throws away an import whose beginning was still on its way when it was cancelled", async () => {
    const server = makeServer();
    const uploader = new ChunkUploader(new Blob(["abc"]), server.connection, 3);
    const running = uploader.run();
    await uploader.cancel();
    expect(await running).toBeNull();
    expect(server.calls).toEqual(["begin", "discard"]);
  });
});
