import { describe, expect, test } from "vitest";
import {
  type Candidate,
  chosenGroups,
  isOpenForChoosing,
  judgeNomination,
  partOf,
  raterState,
  type Viewer,
} from "./rules";

const nobody: Viewer = { memberId: "m1", employeeId: null, isLeader: false, isOrganizer: false };
const subject = {
  kind: "employee" as const,
  employeeId: "e1",
  managerMemberId: "m2",
  cycle: { status: "nomination" as const, nominatedBy: "subject" as const },
};

describe("partOf", () => {
  test("is the organizer's, the named manager's, the subject's, and nobody else's", () => {
    expect(partOf({ ...nobody, isOrganizer: true, isLeader: true }, subject)).toBe("organizer");
    expect(partOf({ ...nobody, memberId: "m2", isLeader: true }, subject)).toBe("manager");
    expect(partOf({ ...nobody, employeeId: "e1" }, subject)).toBe("subject");
    expect(partOf({ ...nobody, isLeader: true }, subject)).toBeNull();
    expect(partOf(nobody, subject)).toBeNull();
  });

  test("a named manager who is no leader any more has lost it", () => {
    expect(partOf({ ...nobody, memberId: "m2" }, subject)).toBeNull();
  });

  test("without a named manager nobody without a membership is one", () => {
    const viewer = { ...nobody, memberId: null, isLeader: true };
    expect(partOf(viewer, { ...subject, managerMemberId: null })).toBeNull();
    expect(
      partOf({ ...nobody, employeeId: null }, { ...subject, kind: "team", employeeId: null }),
    ).toBeNull();
  });

  test("the subject has a part only where subjects choose, and a draft only its organizer", () => {
    const byManager = { ...subject, cycle: { ...subject.cycle, nominatedBy: "manager" as const } };
    expect(partOf({ ...nobody, employeeId: "e1" }, byManager)).toBeNull();
    const draft = { ...subject, cycle: { ...subject.cycle, status: "draft" as const } };
    expect(partOf({ ...nobody, memberId: "m2", isLeader: true }, draft)).toBeNull();
    expect(partOf({ ...nobody, isOrganizer: true }, draft)).toBe("organizer");
  });
});

describe("raterState", () => {
  test("approved and sent look the same, on the list and taken off", () => {
    for (const withdrawnAt of [null, new Date()]) {
      const [approved, sent] = (["approved", "submitted"] as const).map((status) =>
        raterState({ status, withdrawnAt }),
      );
      expect(approved).toBe(sent);
    }
    expect(raterState({ status: "submitted", withdrawnAt: null })).toBe("asked");
    expect(raterState({ status: "submitted", withdrawnAt: new Date() })).toBe("takenOff");
    expect(raterState({ status: "declined", withdrawnAt: new Date() })).toBe("declined");
  });
});

const group = (raterGroup: "self" | "manager" | "peer" | "customer" | "member", maximum = 5) => ({
  raterGroup,
  minimum: 0,
  maximum,
});
const groups = [group("customer"), group("self"), group("peer"), group("manager"), group("member")];

describe("chosenGroups", () => {
  test("are those of the subject's kind that do not fill themselves, in the order they are shown", () => {
    const names = (kind: "employee" | "team") =>
      chosenGroups(groups, kind).map(({ raterGroup }) => raterGroup);
    expect(names("employee")).toEqual(["peer", "customer"]);
    expect(names("team")).toEqual(["member", "peer", "customer"]);
  });
});

describe("judgeNomination", () => {
  const colleague: Candidate = {
    kind: "employee",
    isGone: false,
    email: "a@example.test",
    isSuppressed: false,
    isAddressOfColleague: false,
    isSubject: false,
    isNamedManager: false,
    isOwnPerson: false,
    standing: null,
  };
  const to = {
    group: "peer" as const,
    part: "manager" as const,
    subjectKind: "employee" as const,
    groups,
    taken: 0,
  };
  const judge = (candidate: Partial<Candidate>, where: Partial<Parameters<typeof judgeNomination>[1]> = {}) =>
    judgeNomination({ ...colleague, ...candidate }, { ...to, ...where });

  test("takes whoever fits", () => {
    expect(judge({})).toBeNull();
    expect(judge({ kind: "external" }, { group: "customer" })).toBeNull();
    expect(judge({ isOwnPerson: true }, { group: "member", subjectKind: "team" })).toBeNull();
  });

  test.each([
    ["raterGroupUnused", {}, { group: "manager" as const }],
    ["raterGroupUnused", {}, { group: "member" as const }],
    ["raterGone", { isGone: true }, {}],
    ["raterIsSubject", { isSubject: true }, {}],
    ["raterIsManager", { isNamedManager: true }, {}],
    ["raterNotCustomer", {}, { group: "customer" as const }],
    ["raterNotEmployee", { kind: "external" as const }, {}],
    ["raterNotOwnPerson", {}, { group: "member" as const, subjectKind: "team" as const }],
    ["raterIsOwnPerson", { isOwnPerson: true }, { subjectKind: "team" as const }],
    [
      "raterAddressOfColleague",
      { kind: "external" as const, isAddressOfColleague: true },
      { group: "customer" as const },
    ],
    ["raterWithoutAddress", { email: null }, {}],
    ["raterAddressSuppressed", { isSuppressed: true }, {}],
    ["raterGroupFull", {}, { taken: 5 }],
    ["raterDeclined", { standing: { state: "declined" as const, group: "peer" as const } }, {}],
    ["raterAlready", { standing: { state: "asked" as const, group: "customer" as const } }, {}],
    ["raterAlready", { standing: { state: "proposed" as const, group: "peer" as const } }, {}],
    ["raterOfOtherGroup", { standing: { state: "takenOff" as const, group: "customer" as const } }, {}],
    [
      "raterRefused",
      { standing: { state: "refused" as const, group: "peer" as const } },
      { part: "subject" as const },
    ],
  ])("%s", (problem, candidate, where) => {
    expect(judge(candidate, where)).toBe(problem);
  });

  test("lets a manager bring back whom he had refused or taken off", () => {
    expect(judge({ standing: { state: "refused", group: "customer" } })).toBeNull();
    expect(judge({ standing: { state: "takenOff", group: "peer" } })).toBeNull();
  });
});

describe("isOpenForChoosing", () => {
  test("is from nomination to the end of collecting, for organizers from the draft on", () => {
    const statuses = ["draft", "nomination", "collecting", "closed", "cancelled"] as const;
    const open = (part: "organizer" | "subject") =>
      statuses.filter((status) => isOpenForChoosing(status, part));
    expect(open("subject")).toEqual(["nomination", "collecting"]);
    expect(open("organizer")).toEqual(["draft", "nomination", "collecting"]);
  });
});
