import { describe, expect, it } from "vitest";
import { findInvitationState, resolveAccess } from "./rules";

describe("resolveAccess", () => {
  const everything = { access: "locations" as const, locationIds: ["a", "b", "a"], employeeId: "e" };

  it("limits a manager to the chosen locations, each once", () => {
    expect(resolveAccess({ role: "manager", ...everything })).toEqual({
      access: { role: "manager", allLocations: false, locationIds: ["a", "b"], employeeId: null },
      errors: {},
    });
  });

  it("gives a manager of the whole organization no list of locations", () => {
    expect(resolveAccess({ role: "manager", ...everything, access: "whole" }).access).toEqual({
      role: "manager",
      allLocations: true,
      locationIds: [],
      employeeId: null,
    });
  });

  it.each(["owner", "consultant"] as const)("drops locations and employee of a %s", (role) => {
    expect(resolveAccess({ role, ...everything })).toEqual({
      access: { role, allLocations: true, locationIds: [], employeeId: null },
      errors: {},
    });
  });

  it("ties the role employee to a record and nothing else", () => {
    expect(resolveAccess({ role: "employee", ...everything })).toEqual({
      access: { role: "employee", allLocations: true, locationIds: [], employeeId: "e" },
      errors: {},
    });
  });

  it("asks for what a role cannot be without", () => {
    expect(
      resolveAccess({ role: "manager", access: "locations", locationIds: [], employeeId: null }).errors,
    ).toEqual({ locationIds: "locationsNeeded" });
    expect(
      resolveAccess({ role: "employee", access: "whole", locationIds: [], employeeId: null }).errors,
    ).toEqual({
      employeeId: "employeeNeeded",
    });
  });
});

describe("findInvitationState", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const open = { acceptedAt: null, revokedAt: null, expiresAt: new Date("2026-03-01T12:00:00.001Z") };

  it("is pending until its last moment and expired from it on", () => {
    expect(findInvitationState(open, now)).toBe("pending");
    expect(findInvitationState({ ...open, expiresAt: now }, now)).toBe("expired");
  });

  it("stays accepted or revoked after it would have expired", () => {
    const past = { ...open, expiresAt: new Date("2026-02-01T00:00:00Z") };
    expect(findInvitationState({ ...past, acceptedAt: now }, now)).toBe("accepted");
    expect(findInvitationState({ ...past, revokedAt: now }, now)).toBe("revoked");
  });
});
