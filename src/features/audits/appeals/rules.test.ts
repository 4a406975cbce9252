import { describe, expect, it } from "vitest";
import {
  dayForText,
  isAppealTime,
  requireAppealable,
  requireDecider,
  requireLater,
  rightOfReply,
  voiceInThread,
} from "./rules";

const audit = {
  status: "published" as const,
  locationId: "here",
  employeeId: "laura",
  auditorMemberId: "c",
};
const person = (fields: object) => ({
  memberId: "x",
  userId: "x",
  role: null,
  locationIds: null,
  employeeId: null,
  ...fields,
});
const people = {
  named: person({ role: "employee", employeeId: "laura" }),
  colleague: person({ role: "employee", employeeId: "other" }),
  local: person({ role: "manager", locationIds: ["here", "there"] }),
  elsewhere: person({ role: "manager", locationIds: ["there"] }),
  manager: person({ role: "manager" }),
  owner: person({ role: "owner" }),
  auditor: person({ role: "consultant", memberId: "c" }),
  api: person({ memberId: null, userId: null }),
};
const table = <T>(ask: (of: (typeof people)["named"]) => T) =>
  Object.fromEntries(Object.entries(people).map(([name, of]) => [name, ask(of)]));

describe("the right of reply", () => {
  it("is the named employee's and the location's managers'", () => {
    expect(table((of) => rightOfReply(audit, of))).toEqual({
      named: "employee",
      colleague: null,
      local: "manager",
      elsewhere: null,
      manager: null,
      owner: null,
      auditor: null,
      api: null,
    });
  });

  it("of an audit that names nobody is the managers' alone, and of an unpublished one nobody's", () => {
    expect(rightOfReply({ ...audit, employeeId: null }, people.named)).toBeNull();
    expect(rightOfReply({ ...audit, employeeId: null }, people.local)).toBe("manager");
    expect(rightOfReply({ ...audit, status: "in_review" }, people.named)).toBeNull();
  });

  it("and the voices in a thread: the auditor and reviewers besides", () => {
    expect(table((of) => voiceInThread(audit, of))).toMatchObject({
      named: "employee",
      colleague: null,
      local: "manager",
      elsewhere: null,
      manager: "reviewer",
      owner: "reviewer",
      auditor: "auditor",
      api: null,
    });
  });
});

describe("the time for appeals", () => {
  const until = new Date("2026-12-06T21:59:59.999Z");

  it("lasts up to and with its very end; without an end there is none", () => {
    expect(isAppealTime({ appealUntil: until }, until)).toBe(true);
    expect(isAppealTime({ appealUntil: until }, new Date(until.getTime() + 1))).toBe(false);
    expect(isAppealTime({ appealUntil: null }, until)).toBe(false);
  });

  it("is told as the day on the organization's clock, whatever zone the text is formatted in", () => {
    // 00:30 in Helsinki on the 7th is the 6th in UTC.
    expect(new Date(dayForText(new Date("2026-12-06T22:30:00Z"), "Europe/Helsinki")).toISOString()).toBe(
      "2026-12-07T12:00:00.000Z",
    );
  });

  it("is only made longer, by a year at most", () => {
    const now = new Date("2026-12-01T00:00:00Z");
    const extend = (to: string) => () => requireLater(until, new Date(to), now, "UTC");
    expect(extend("2026-12-07T00:00:00Z")).not.toThrow();
    expect(extend(until.toISOString())).toThrow();
    expect(extend("2028-01-01T00:00:00Z")).toThrow();
  });
});

describe("an item", () => {
  it("is appealed once at a time and decided once", () => {
    expect(() => requireAppealable([])).not.toThrow();
    expect(() => requireAppealable(["withdrawn", "withdrawn"])).not.toThrow();
    expect(() => requireAppealable(["withdrawn", "open"])).toThrow("appealOpenAlready");
    expect(() => requireAppealable(["upheld"])).toThrow("appealDecidedAlready");
    expect(() => requireAppealable(["changed"])).toThrow("appealDecidedAlready");
  });

  it("is decided by a reviewer who did not appeal it, while it is open", () => {
    const open = { status: "open" as const, openedByUserId: "someone" };
    const audit = { kind: "mystery" as const, auditorMemberId: "somebody" };
    const decide = (appeal: Parameters<typeof requireDecider>[1], person = people.owner) => {
      return () => requireDecider(audit, appeal, person);
    };
    expect(decide(open)).not.toThrow();
    expect(decide({ ...open, openedByUserId: "x" })).toThrow("appealOthersOnly");
    expect(decide(open, people.local)).toThrow("auditReviewersOnly");
    expect(decide({ ...open, status: "changed" })).toThrow("appealDecidedAlready");
    expect(decide({ ...open, status: "withdrawn" })).toThrow("appealClosed");
  });
});
