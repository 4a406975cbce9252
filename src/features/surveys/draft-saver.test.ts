import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionResult } from "@/server/action-result";
import { DraftSaver } from "@/ui/draft/draft-saver";
import { withText } from "./definition-texts";
import { isSameDraft } from "./same-draft";
import type { SurveyDetails, SurveyDraft } from "./schema";
import { SURVEY_TEMPLATES } from "./templates";

const settings: SurveyDraft["settings"] = {
  name: "Survey",
  encounterTypeIds: ["a", "b"],
  touchpointIds: [],
  delayMinutes: 60,
  reminderCount: 1,
  reminderAfterDays: 3,
  expiryDays: 14,
  quarantineDays: null,
  isAnonymous: false,
};
const offline = { ok: false, code: "unexpected" } as const;

/** A server that holds one survey and keeps revisions as the real one does. */
function makeServer() {
  const stored: SurveyDetails = {
    id: "survey",
    status: "published",
    definition: SURVEY_TEMPLATES.nps,
    settings,
    revision: "r0",
    currentVersion: null,
  };
  let next = 0;
  const server = {
    stored,
    answers: [] as ActionResult<{ revision: string }>[],
    saves: 0,
    /** What a save waits for before it reaches the server. */
    onWay: undefined as Promise<void> | undefined,
    save: async (draft: SurveyDraft, revision: string): Promise<ActionResult<{ revision: string }>> => {
      server.saves += 1;
      await server.onWay;
      const answer = server.answers.shift();
      if (answer) return answer;
      if (revision !== stored.revision) return { ok: false, code: "conflict" };
      Object.assign(stored, draft);
      server.touch();
      return { ok: true, data: { revision: stored.revision } };
    },
    isSame: isSameDraft,
    read: async (): Promise<ActionResult<SurveyDetails>> => ({ ok: true, data: structuredClone(stored) }),
    touch: () => {
      next += 1;
      stored.revision = `r${next}`;
    },
  };
  return server;
}

const mainText = (draft: SurveyDraft) => draft.definition.main.text.fi;
const write = (text: string) => (draft: SurveyDraft) => ({
  ...draft,
  definition: withText(draft.definition, "main.text", "fi", text),
});

let server: ReturnType<typeof makeServer>;
let saver: DraftSaver<SurveyDraft, SurveyDetails>;
const state = () => saver.getSnapshot().state;
const passTime = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => {
  vi.useFakeTimers();
  server = makeServer();
  saver = new DraftSaver(structuredClone(server.stored), server);
});
afterEach(() => {
  saver.stop();
  vi.useRealTimers();
});

describe("DraftSaver", () => {
  it("saves once after a pause in typing", async () => {
    saver.change(write("Y"));
    await vi.advanceTimersByTimeAsync(500);
    saver.change(write("Ye"));
    await vi.advanceTimersByTimeAsync(500);
    expect([state(), server.saves]).toEqual(["changed", 0]);
    await passTime();
    expect([state(), server.saves, mainText(server.stored)]).toEqual(["saved", 1, "Ye"]);
  });

  it("saves what was typed while a save was under way, with the revision that save gave", async () => {
    const save = vi.spyOn(server, "save");
    const way = Promise.withResolvers<void>();
    server.onWay = way.promise;
    saver.change(write("first"));
    await passTime();
    expect(state()).toBe("saving");
    saver.change(write("second"));
    way.resolve();
    await passTime();
    expect(state()).toBe("saved");
    expect(save.mock.calls.map(([, revision]) => revision)).toEqual(["r0", "r1"]);
    expect(mainText(server.stored)).toBe("second");
  });

  it("keeps what was typed when a field is refused, says where, and saves once it is corrected", async () => {
    const name = "definition.main.text.fi";
    server.answers = [{ ok: false, code: "invalid", fields: { [name]: "Too long" } }];
    saver.change(write("long"));
    expect(await saver.flush()).toBe(false);
    expect(saver.getSnapshot()).toMatchObject({ state: "invalid", errors: { [name]: "Too long" } });
    expect(mainText(saver.getSnapshot().draft)).toBe("long");
    saver.change(write("short"), name);
    expect(saver.getSnapshot().errors).toEqual({});
    await passTime();
    expect([state(), mainText(server.stored)]).toEqual(["saved", "short"]);
  });

  it("tries again by itself when the connection was lost, ever more rarely", async () => {
    server.answers = [offline, offline];
    saver.change(write("typed in a tunnel"));
    await passTime();
    expect([state(), server.saves]).toEqual(["failed", 1]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([state(), server.saves]).toEqual(["failed", 2]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(server.saves).toBe(2);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([state(), mainText(server.stored)]).toEqual(["saved", "typed in a tunnel"]);
  });

  it("does not hammer a server that refuses", async () => {
    server.answers = [{ ok: false, code: "forbidden", message: "No" }];
    saver.change(write("x"));
    await vi.advanceTimersByTimeAsync(120_000);
    expect([state(), server.saves]).toEqual(["failed", 1]);
  });

  describe("when somebody else saved meanwhile", () => {
    beforeEach(() => {
      Object.assign(server.stored, write("theirs")(server.stored));
      server.touch();
    });

    it("asks, and overwrites nothing until then", async () => {
      saver.change(write("mine"));
      await passTime();
      expect(state()).toBe("conflict");
      saver.change(write("mine, longer"));
      await vi.advanceTimersByTimeAsync(60_000);
      expect([state(), mainText(server.stored)]).toEqual(["conflict", "theirs"]);
      expect(await saver.flush()).toBe(false);
      expect(mainText(server.stored)).toBe("theirs");
    });

    it("keeps mine", async () => {
      saver.change(write("mine"));
      await passTime();
      expect(await saver.keepMine()).toBe(true);
      expect(mainText(server.stored)).toBe("mine");
    });

    it("takes theirs", async () => {
      saver.change(write("mine"));
      await passTime();
      saver.takeTheirs();
      expect([state(), mainText(saver.getSnapshot().draft)]).toEqual(["saved", "theirs"]);
      saver.change(write("on top of theirs"));
      await passTime();
      expect([state(), mainText(server.stored)]).toEqual(["saved", "on top of theirs"]);
    });

    it("shows theirs at once on coming back, when nothing of mine would be lost", async () => {
      await saver.compareWithServer();
      expect([state(), mainText(saver.getSnapshot().draft)]).toEqual(["saved", "theirs"]);
    });

    it("asks on coming back, when something of mine would be lost", async () => {
      saver.change(write("mine"));
      await saver.compareWithServer();
      expect([state(), mainText(saver.getSnapshot().draft)]).toEqual(["conflict", "mine"]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(mainText(server.stored)).toBe("theirs");
    });
  });

  it("goes on without asking when only the survey's state changed meanwhile", async () => {
    server.stored.status = "paused";
    server.touch();
    saver.change(write("mine"));
    expect(await saver.flush()).toBe(true);
    expect(mainText(server.stored)).toBe("mine");
  });

  it("tells when the survey was archived meanwhile", async () => {
    server.stored.status = "archived";
    server.touch();
    saver.change(write("mine"));
    await passTime();
    expect(saver.getSnapshot()).toMatchObject({ state: "conflict", theirs: { status: "archived" } });
  });

  it("goes on from the revision of an own act", async () => {
    server.touch();
    saver.adoptRevision(server.stored.revision);
    saver.change(write("after publishing"));
    await passTime();
    expect([state(), server.saves]).toEqual(["saved", 1]);
  });
});
