import { describe, expect, it } from "vitest";
import { columnsOf, concernOf, dayFromNow, isEnded, isReviewDue, mayBecome } from "./rules";
import { ACTION_STATUSES, type ActionInput, actionInput } from "./schema";

const input: ActionInput = {
  title: "Greet at the door",
  description: "Queue at noon",
  concern: "location",
  locationId: "018f0000-0000-7000-8000-000000000001",
  employeeId: "018f0000-0000-7000-8000-000000000002",
  behaviourId: null,
  responsibleMemberId: null,
  startsOn: "2026-11-22",
  reviewOn: "2026-11-22",
};

describe("an improvement action", () => {
  it("goes from plan to result, may be called off and taken up again", () => {
    const pairs = ACTION_STATUSES.flatMap((from) =>
      ACTION_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(pairs).toEqual([
      "planned running",
      "planned cancelled",
      "running done",
      "running cancelled",
      "done running",
      "cancelled planned",
    ]);
    expect(ACTION_STATUSES.filter(isEnded)).toEqual(["done", "cancelled"]);
  });

  it("concerns what was chosen, whatever else the form still held", () => {
    expect(columnsOf(input)).toEqual({ locationId: input.locationId, employeeId: null });
    expect(columnsOf({ ...input, concern: "employee" })).toEqual({
      locationId: null,
      employeeId: input.employeeId,
    });
    expect(columnsOf({ ...input, concern: "organization" })).toEqual({ locationId: null, employeeId: null });
    expect(concernOf({ employeeId: "e", locationId: "l" })).toBe("employee");
    expect(concernOf({ employeeId: null, locationId: "l" })).toBe("location");
    expect(concernOf({ employeeId: null, locationId: null })).toBe("organization");
  });

  it("names what it concerns and is not reviewed before it begins", () => {
    expect(actionInput.safeParse(input).success).toBe(true);
    const problems = (changes: Partial<ActionInput>) =>
      actionInput
        .safeParse({ ...input, ...changes })
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(problems({ locationId: null })).toEqual([["locationId", "chooseOne"]]);
    expect(problems({ concern: "employee", employeeId: null })).toEqual([["employeeId", "chooseOne"]]);
    expect(problems({ reviewOn: "2026-11-21" })).toEqual([["reviewOn", "reviewBeforeStart"]]);
  });

  it("is to be reviewed from its day on, by the organization's clock", () => {
    const running = { status: "running" as const, reviewOn: new Date("2026-11-22") };
    const lateEvening = new Date("2026-11-21T22:30:00Z");
    expect(isReviewDue(running, lateEvening, "Europe/Helsinki")).toBe(true);
    expect(isReviewDue(running, lateEvening, "UTC")).toBe(false);
    expect(isReviewDue({ ...running, status: "done" }, lateEvening, "Europe/Helsinki")).toBe(false);
    expect(dayFromNow(90, lateEvening, "Europe/Helsinki")).toBe("2027-02-20");
  });
});
