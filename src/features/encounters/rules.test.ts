import { describe, expect, it } from "vitest";
import {
  isTooOldForInvitation,
  judgeOccurredAt,
  readEncounterState,
  resolveLocalTime,
  resolveWhen,
  type StateFacts,
} from "./rules";

const HELSINKI = "Europe/Helsinki";

describe("resolveLocalTime", () => {
  // Clock changes of 2026 in Finland: 29 March 03:00 → 04:00 and 25 October 04:00 → 03:00 (tz database, Europe/Helsinki).
  it("places ordinary times, in winter and summer time", () => {
    expect(resolveLocalTime("2026-11-21T14:05", HELSINKI)).toEqual({
      status: "exact",
      instant: new Date("2026-11-21T12:05:00Z"),
    });
    expect(resolveLocalTime("2026-07-01T14:05", HELSINKI)).toEqual({
      status: "exact",
      instant: new Date("2026-07-01T11:05:00Z"),
    });
  });

  it("finds that the hour skipped in spring does not exist, to the minute", () => {
    expect(resolveLocalTime("2026-03-29T02:59", HELSINKI).status).toBe("exact");
    expect(resolveLocalTime("2026-03-29T03:00", HELSINKI)).toEqual({ status: "missing" });
    expect(resolveLocalTime("2026-03-29T03:59", HELSINKI)).toEqual({ status: "missing" });
    expect(resolveLocalTime("2026-03-29T04:00", HELSINKI)).toEqual({
      status: "exact",
      instant: new Date("2026-03-29T01:00:00Z"),
    });
  });

  it("takes the first of the hour that comes twice in autumn", () => {
    expect(resolveLocalTime("2026-10-25T03:30", HELSINKI)).toEqual({
      status: "ambiguous",
      instant: new Date("2026-10-25T00:30:00Z"),
    });
    expect(resolveLocalTime("2026-10-25T04:00", HELSINKI)).toEqual({
      status: "exact",
      instant: new Date("2026-10-25T02:00:00Z"),
    });
  });

  it("knows zones with half hours and refuses nonsense", () => {
    expect(resolveLocalTime("2026-01-01T05:30", "Asia/Kolkata")).toMatchObject({
      instant: new Date("2026-01-01T00:00:00Z"),
    });
    expect(() => resolveLocalTime("2026-02-30T10:00", HELSINKI)).toThrow(RangeError);
    expect(() => resolveLocalTime("2026-01-01T10:00", "Europe/Nowhere")).toThrow(RangeError);
  });
});

describe("resolveWhen", () => {
  // 00:30 on 22 November in Helsinki, still the 21st in UTC.
  const now = new Date("2026-11-21T22:30:00Z");

  it("counts today and yesterday in the organization's time zone", () => {
    expect(resolveWhen({ when: "now" }, now, HELSINKI)).toEqual({ status: "exact", instant: now });
    expect(resolveWhen({ when: "today", time: "00:10" }, now, HELSINKI)).toMatchObject({
      instant: new Date("2026-11-21T22:10:00Z"),
    });
    expect(resolveWhen({ when: "yesterday", time: "14:00" }, now, HELSINKI)).toMatchObject({
      instant: new Date("2026-11-21T12:00:00Z"),
    });
    expect(resolveWhen({ when: "exact", dateTime: "2026-11-20T09:15" }, now, HELSINKI)).toMatchObject({
      instant: new Date("2026-11-20T07:15:00Z"),
    });
  });
});

describe("when an encounter can have happened", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const minutesAhead = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it("allows five minutes of clock skew and no more", () => {
    expect(judgeOccurredAt(minutesAhead(5), now)).toBe("ok");
    expect(judgeOccurredAt(minutesAhead(6), now)).toBe("future");
    expect(judgeOccurredAt(new Date("1999-12-31T23:59:59Z"), now)).toBe("too_early");
    expect(judgeOccurredAt(new Date("2000-01-01T00:00:00Z"), now)).toBe("ok");
  });

  it("invites for thirty days, to the last minute", () => {
    expect(isTooOldForInvitation(new Date("2026-10-22T12:00:00Z"), now)).toBe(false);
    expect(isTooOldForInvitation(new Date("2026-10-22T11:59:00Z"), now)).toBe(true);
  });
});

describe("readEncounterState", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const at = new Date("2026-11-20T12:00:00Z");
  const invitation = {
    status: "sent" as const,
    isAnonymous: false,
    sendAt: at,
    sentAt: at,
    expiresAt: new Date("2026-12-04T12:00:00Z"),
    reminderSent: false,
  };
  const facts: StateFacts = {
    noInvitationReason: null,
    quarantinedUntil: null,
    invitation: null,
    answer: null,
  };

  it("tells the states apart", () => {
    expect(readEncounterState(facts, now)).toEqual({ kind: "deciding" });
    expect(
      readEncounterState({ ...facts, noInvitationReason: "quarantined", quarantinedUntil: at }, now),
    ).toEqual({
      kind: "not_invited",
      reason: "quarantined",
      until: at,
    });
    expect(readEncounterState({ ...facts, invitation: { ...invitation, status: "scheduled" } }, now)).toEqual(
      {
        kind: "scheduled",
        at,
      },
    );
    expect(readEncounterState({ ...facts, invitation }, now)).toEqual({ kind: "sent", at });
    expect(readEncounterState({ ...facts, invitation: { ...invitation, reminderSent: true } }, now)).toEqual({
      kind: "reminded",
      at,
    });
    expect(readEncounterState({ ...facts, invitation: { ...invitation, expiresAt: now } }, now)).toEqual({
      kind: "expired",
    });
    expect(
      readEncounterState({ ...facts, invitation: { ...invitation, status: "not_sent" } }, now),
    ).toMatchObject({
      kind: "not_invited",
      reason: "channel_failed",
    });
  });

  it("shows the score of an answer", () => {
    const answered = { ...invitation, status: "answered" as const };
    const answer = { metric: "nps" as const, score: 9 };
    expect(readEncounterState({ ...facts, invitation: answered, answer }, now)).toEqual({
      kind: "answered",
      metric: "nps",
      score: 9,
    });
  });

  it("does not tell of an anonymous survey whether it was answered, reminded of or left to expire", () => {
    const anonymous = { ...invitation, isAnonymous: true };
    const asked = [
      anonymous,
      { ...anonymous, status: "answered" as const },
      { ...anonymous, reminderSent: true },
      { ...anonymous, expiresAt: now },
    ];
    for (const one of asked) {
      expect(
        readEncounterState({ ...facts, invitation: one, answer: { metric: "nps", score: 9 } }, now),
      ).toEqual({
        kind: "asked_anonymously",
      });
    }
    expect(readEncounterState({ ...facts, invitation: { ...anonymous, status: "scheduled" } }, now)).toEqual({
      kind: "scheduled",
      at,
    });
  });

  it("keeps an answer that came before the customer was erased", () => {
    const answered = { ...invitation, status: "answered" as const };
    expect(
      readEncounterState({ ...facts, noInvitationReason: "erased", invitation: answered }, now).kind,
    ).toBe("answered");
  });
});
