import { describe, expect, it } from "vitest";
import {
  changesOf,
  enoughAnswers,
  groupsOfKind,
  isCollecting,
  isRatingOpen,
  judgeCycle,
  judgeCycleChange,
  mayExchangeManager,
  type StandingCycle,
  takesPeople,
} from "./rules";
import type { CycleInput } from "./schema";

const cycle = { status: "collecting" as const, closesOn: new Date("2026-11-22T00:00:00Z") };
const rating = { status: "approved" as const, withdrawnAt: null };
const subject = { removedAt: null };

describe("collecting", () => {
  it("lasts to the end of the last day, also when the closing job is late", () => {
    expect(isCollecting(cycle, "2026-11-22")).toBe(true);
    expect(isCollecting(cycle, "2026-11-23")).toBe(false);
  });

  it.each(["draft", "nomination", "closed", "cancelled"] as const)(
    "is not what a %s cycle does",
    (status) => {
      expect(isCollecting({ ...cycle, status }, "2026-11-20")).toBe(false);
    },
  );
});

describe("a rating", () => {
  it("is open to an approved rater of a subject in a collecting cycle", () => {
    expect(isRatingOpen({ cycle, subject, rating }, "2026-11-20")).toBe(true);
  });

  it.each(["proposed", "refused", "submitted", "declined"] as const)("that is %s is not open", (status) => {
    expect(isRatingOpen({ cycle, subject, rating: { ...rating, status } }, "2026-11-20")).toBe(false);
  });

  it("is not open after the last day, without its subject, or taken off", () => {
    expect(isRatingOpen({ cycle, subject, rating }, "2026-11-23")).toBe(false);
    const gone = new Date();
    expect(isRatingOpen({ cycle, subject: { removedAt: gone }, rating }, "2026-11-20")).toBe(false);
    expect(isRatingOpen({ cycle, subject, rating: { ...rating, withdrawnAt: gone } }, "2026-11-20")).toBe(
      false,
    );
  });
});

describe("life of a cycle", () => {
  it("never goes on from being cancelled, and is not cancelled after closing or a release", () => {
    expect(changesOf({ status: "cancelled", releasedAt: null })).toEqual([]);
    expect(changesOf({ status: "closed", releasedAt: null })).toEqual(["extend"]);
    expect(changesOf({ status: "collecting", releasedAt: null })).toContain("cancel");
    expect(changesOf({ status: "collecting", releasedAt: new Date() })).toEqual(["close", "extend"]);
    expect(
      (["draft", "nomination", "collecting", "closed", "cancelled"] as const).filter(takesPeople),
    ).toEqual(["draft", "nomination", "collecting"]);
  });
});

describe("groups", () => {
  it("of a unit have its own people, of an employee oneself and reports", () => {
    expect(groupsOfKind("team")).not.toContain("self");
    expect(groupsOfKind("team")).toContain("member");
    expect(groupsOfKind("employee")).not.toContain("member");
  });

  it("are enough with k or the minimum, whichever is more", () => {
    const group = (minimum: number) => ({ raterGroup: "peer" as const, minimum, maximum: 9 });
    expect(enoughAnswers(group(2), 3)).toBe(3);
    expect(enoughAnswers(group(5), 3)).toBe(5);
  });
});

const settings: CycleInput = {
  name: "Autumn",
  purpose: {},
  frameworkId: "11111111-1111-4111-8111-111111111111",
  anonymityK: 4,
  commentK: 4,
  gapThreshold: null,
  nominatedBy: "manager",
  nominateUntil: null,
  opensOn: "2026-11-01",
  closesOn: "2026-11-22",
  reminderDays: [7, 2],
  managersSee: true,
  ownersSee: false,
  subjectSeesAfterDays: 3,
  groups: [
    { raterGroup: "self", minimum: 1, maximum: 1 },
    { raterGroup: "peer", minimum: 3, maximum: 8 },
  ],
};
const standing: StandingCycle = { ...settings, status: "collecting", isInvited: true, usedGroups: ["peer"] };

describe("settings", () => {
  it("fit together", () => {
    expect(judgeCycle(settings)).toEqual({});
    expect(judgeCycle({ ...settings, closesOn: "2026-10-01" })).toEqual({ closesOn: "cycleEndsBeforeStart" });
    expect(judgeCycle({ ...settings, nominateUntil: "2026-11-23" })).toHaveProperty("nominateUntil");
    expect(judgeCycle({ ...settings, nominateUntil: "2026-11-22" })).toEqual({});
    expect(judgeCycle({ ...settings, groups: settings.groups.slice(0, 1) })).toHaveProperty("groups");
    expect(
      judgeCycle({ ...settings, groups: [{ raterGroup: "peer", minimum: 5, maximum: 4 }] }),
    ).toHaveProperty(["peer.minimum"]);
  });

  it("change freely in a draft", () => {
    const draft: StandingCycle = { ...standing, status: "draft", isInvited: false, usedGroups: [] };
    const wanted = {
      ...settings,
      anonymityK: 3,
      ownersSee: true,
      opensOn: "2026-11-05",
      closesOn: "2026-12-01",
    };
    expect(judgeCycleChange(draft, wanted)).toEqual({});
  });

  it.each<[string, Partial<CycleInput>, string]>([
    ["the threshold lowered", { anonymityK: 3 }, "anonymityK"],
    ["the threshold raised, which would tell how many have answered", { anonymityK: 5 }, "anonymityK"],
    ["the threshold of comments lowered", { commentK: 3 }, "commentK"],
    ["owners added as readers", { ownersSee: true }, "ownersSee"],
    ["the subject sees sooner", { subjectSeesAfterDays: 0 }, "subjectSeesAfterDays"],
    ["another framework", { frameworkId: "22222222-2222-4222-8222-222222222222" }, "frameworkId"],
    ["another first day", { opensOn: "2026-11-02" }, "opensOn"],
    ["another last day", { closesOn: "2026-11-30" }, "closesOn"],
    ["a group without its raters", { groups: settings.groups.slice(0, 1) }, "peer.used"],
    [
      "another minimum, which would tell how many have answered",
      { groups: [{ raterGroup: "peer", minimum: 4, maximum: 8 }] },
      "peer.minimum",
    ],
  ])("do not take back what was promised: %s", (_what, change, field) => {
    expect(judgeCycleChange(standing, { ...settings, ...change })).toHaveProperty([field]);
  });

  it("may promise more, and the same", () => {
    expect(judgeCycleChange(standing, settings)).toEqual({});
    const wanted = { ...settings, commentK: 5, managersSee: false, subjectSeesAfterDays: 9 };
    expect(judgeCycleChange(standing, wanted)).toEqual({});
  });
});

describe("the named manager", () => {
  const asked = { managerMemberId: "a", hasAskedOthers: true };

  it("is exchanged until others were asked", () => {
    expect(mayExchangeManager({ ...asked, hasAskedOthers: false }, "b", true)).toBe(true);
    expect(mayExchangeManager(asked, "b", true)).toBe(false);
    expect(mayExchangeManager({ ...asked, managerMemberId: null }, "b", true)).toBe(false);
    expect(mayExchangeManager(asked, "a", true)).toBe(true);
  });

  it("is taken away at any time, and exchanged freely where managers do not read", () => {
    expect(mayExchangeManager(asked, null, true)).toBe(true);
    expect(mayExchangeManager(asked, "b", false)).toBe(true);
  });
});
