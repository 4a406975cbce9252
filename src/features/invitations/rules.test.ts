import { describe, expect, test } from "vitest";
import type { NoInvitationReason } from "@/generated/prisma/enums";
import {
  chooseInvitationLanguage,
  chooseSurvey,
  decideInvitation,
  decideSending,
  type OtherInvitation,
  quarantineEnd,
  type SurveyCandidate,
} from "./rules";

const now = new Date("2026-11-21T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3600_000);
const days = (count: number) => hours(24 * count);

const survey = (overrides: Partial<SurveyCandidate> = {}): SurveyCandidate => ({
  id: "survey",
  status: "published",
  versionId: "version",
  encounterTypeIds: ["meeting"],
  touchpointIds: [],
  languages: ["fi", "sv", "en"],
  delayMinutes: 60,
  expiryDays: 14,
  quarantineDays: null,
  isAnonymous: false,
  createdAt: days(-100),
  ...overrides,
});
const customer = {
  email: "maija@example.test",
  consent: "not_asked" as const,
  erasedAt: null,
  archivedAt: null,
};
const other = (overrides: Partial<OtherInvitation> = {}): OtherInvitation => ({
  status: "sent",
  sendAt: days(-10),
  sentAt: days(-10),
  expiresAt: days(4),
  touchpointId: "another",
  occurredAt: days(-10),
  ...overrides,
});
const facts = {
  encounter: { occurredAt: hours(-3), encounterTypeId: "meeting", touchpointId: "shop" },
  customer,
  suppression: null,
  surveys: [survey()],
  otherInvitations: [],
  organization: { quarantineDays: 30, timeZone: "Europe/Helsinki" },
  now,
};
type Facts = Parameters<typeof decideInvitation>[0];

describe("decideInvitation", () => {
  test.each<[string, Partial<Facts>, NoInvitationReason]>([
    ["nobody was named", { customer: null }, "no_contact"],
    ["the customer has no address", { customer: { ...customer, email: null } }, "no_contact"],
    ["the customer refused", { customer: { ...customer, consent: "refused" } }, "no_consent"],
    ["the person was erased", { customer: { ...customer, email: null, erasedAt: now } }, "erased"],
    ["the customer was archived", { customer: { ...customer, archivedAt: now } }, "suppressed"],
    ["the address unsubscribed", { suppression: "unsubscribed" }, "unsubscribed"],
    ["the address was suppressed by hand", { suppression: "suppressed" }, "suppressed"],
    ["the address bounced before", { suppression: "undeliverable" }, "undeliverable"],
    ["no survey asks about this type", { surveys: [survey({ encounterTypeIds: ["call"] })] }, "no_survey"],
    [
      "its survey asks about another touchpoint",
      { surveys: [survey({ touchpointIds: ["phone"] })] },
      "no_survey",
    ],
    ["its survey is a draft", { surveys: [survey({ status: "draft", versionId: null })] }, "no_survey"],
    ["its survey is archived", { surveys: [survey({ status: "archived" })] }, "no_survey"],
    ["its survey is paused", { surveys: [survey({ status: "paused" })] }, "survey_paused"],
    [
      "it is older than the survey stays open",
      { encounter: { ...facts.encounter, occurredAt: days(-15) } },
      "too_old",
    ],
    [
      "it is older than 30 days, however long the survey stays open",
      { encounter: { ...facts.encounter, occurredAt: days(-31) }, surveys: [survey({ expiryDays: 90 })] },
      "too_old",
    ],
    ["the customer was mailed ten days ago", { otherInvitations: [other()] }, "quarantined"],
    [
      "the same touchpoint asked about the same day",
      {
        organization: { ...facts.organization, quarantineDays: 0 },
        otherInvitations: [other({ touchpointId: "shop", occurredAt: hours(-5), status: "answered" })],
      },
      "duplicate",
    ],
    [
      "another invitation is still open",
      { organization: { ...facts.organization, quarantineDays: 0 }, otherInvitations: [other()] },
      "duplicate",
    ],
  ])("no invitation when %s", (_, changed, reason) => {
    expect(decideInvitation({ ...facts, ...changed })).toMatchObject({ invite: false, reason });
  });

  test("invites after the delay, and for as long as the survey stays open from then", () => {
    const recent = { ...facts, encounter: { ...facts.encounter, occurredAt: hours(-0.5) } };
    expect(decideInvitation(recent)).toMatchObject({
      invite: true,
      sendAt: hours(0.5),
      expiresAt: new Date(hours(0.5).getTime() + 14 * 24 * 3600_000),
    });
  });

  test("an encounter recorded late is asked about now, not in the past", () => {
    expect(decideInvitation(facts)).toMatchObject({ invite: true, sendAt: now });
  });

  test("exactly as old as the survey stays open is not too old", () => {
    expect(
      decideInvitation({ ...facts, encounter: { ...facts.encounter, occurredAt: days(-14) } }).invite,
    ).toBe(true);
  });

  test("the quarantine ends to the second after its days; the survey's own length wins over the organization's", () => {
    const mailed = (at: Date) => [other({ sendAt: at, sentAt: at, expiresAt: days(-1) })];
    expect(decideInvitation({ ...facts, otherInvitations: mailed(days(-30)) }).invite).toBe(true);
    const oneSecondShort = new Date(days(-30).getTime() + 1000);
    expect(decideInvitation({ ...facts, otherInvitations: mailed(oneSecondShort) })).toEqual({
      invite: false,
      reason: "quarantined",
      quarantinedUntil: new Date(now.getTime() + 1000),
    });
    const short = { ...facts, surveys: [survey({ quarantineDays: 7 })] };
    expect(decideInvitation({ ...short, otherInvitations: mailed(days(-8)) }).invite).toBe(true);
  });

  test("an invitation still waiting to be sent holds its quarantine too, before and after", () => {
    const waiting = [other({ status: "scheduled", sentAt: null, sendAt: days(5), expiresAt: days(19) })];
    expect(decideInvitation({ ...facts, otherInvitations: waiting })).toMatchObject({
      reason: "quarantined",
      quarantinedUntil: days(35),
    });
  });

  test("an invitation that never left holds nobody back", () => {
    expect(
      decideInvitation({ ...facts, otherInvitations: [other({ status: "not_sent", sentAt: null })] }).invite,
    ).toBe(true);
  });

  test("the day of a duplicate is the organization's: 21:30 and 22:30 UTC are two days in Helsinki", () => {
    const organization = { quarantineDays: 0, timeZone: "Europe/Helsinki" };
    const encounter = { ...facts.encounter, occurredAt: new Date("2026-11-20T22:30:00Z") };
    const before = other({
      touchpointId: "shop",
      occurredAt: new Date("2026-11-20T21:30:00Z"),
      status: "answered",
      expiresAt: days(3),
    });
    expect(decideInvitation({ ...facts, organization, encounter, otherInvitations: [before] }).invite).toBe(
      true,
    );
    const inUtc = { ...organization, timeZone: "UTC" };
    expect(
      decideInvitation({ ...facts, organization: inUtc, encounter, otherInvitations: [before] }),
    ).toMatchObject({
      reason: "duplicate",
    });
  });
});

describe("chooseSurvey", () => {
  const encounter = { encounterTypeId: "meeting", touchpointId: "shop" };
  test("a survey bound to the touchpoint wins over one for all, also when it is paused", () => {
    const general = survey({ id: "general", createdAt: days(-1) });
    const bound = survey({ id: "bound", touchpointIds: ["shop"] });
    expect(chooseSurvey([general, bound], encounter)?.id).toBe("bound");
    expect(chooseSurvey([general, { ...bound, status: "paused" }], encounter)?.id).toBe("bound");
  });
  test("among equals the published one, then the newer one", () => {
    const old = survey({ id: "old" });
    const fresh = survey({ id: "fresh", createdAt: days(-1) });
    expect(chooseSurvey([old, fresh], encounter)?.id).toBe("fresh");
    expect(chooseSurvey([old, { ...fresh, status: "paused" }], encounter)?.id).toBe("old");
  });
});

describe("decideSending", () => {
  const sending: Parameters<typeof decideSending>[0] = {
    kind: "invitation",
    invitation: { status: "scheduled", sendAt: hours(-1), sentAt: null, expiresAt: days(13) },
    survey: { status: "published", reminderCount: 2, reminderAfterDays: 3, quarantineDays: null },
    customer,
    suppression: null,
    otherSent: [],
    organization: { quarantineDays: 30 },
    now,
  };
  const reminder = {
    ...sending,
    kind: "first_reminder" as const,
    invitation: { ...sending.invitation, status: "sent" as const, sentAt: days(-3) },
  };
  const never = (reason: NoInvitationReason | null) => ({
    send: false,
    waitUntil: null,
    refusal: reason && { reason, quarantinedUntil: null },
  });

  test("sends what is due and still allowed", () => {
    expect(decideSending(sending)).toEqual({ send: true });
    expect(decideSending(reminder)).toEqual({ send: true });
  });

  test.each<[string, Partial<typeof sending>, NoInvitationReason]>([
    ["unsubscribed meanwhile", { suppression: "unsubscribed" }, "unsubscribed"],
    ["erased meanwhile", { customer: { ...customer, email: null, erasedAt: now } }, "erased"],
    ["lost the address meanwhile", { customer: { ...customer, email: null } }, "no_contact"],
    ["paused meanwhile", { survey: { ...sending.survey, status: "paused" } }, "survey_paused"],
    [
      "the mail server was away until the end",
      { invitation: { ...sending.invitation, expiresAt: now } },
      "channel_failed",
    ],
  ])(
    "an invitation never leaves when %s, and the encounter says why; its reminder does not either",
    (_, changed, reason) => {
      expect(decideSending({ ...sending, ...changed })).toEqual(never(reason));
      const changedReminder = {
        ...reminder,
        ...changed,
        invitation: { ...reminder.invitation, ...changed.invitation, status: "sent" as const },
      };
      expect(decideSending(changedReminder)).toEqual(never(null));
    },
  );

  test("an invitation into somebody's quarantine never leaves", () => {
    const otherSent = [{ sendAt: days(-1), sentAt: days(-1) }];
    expect(decideSending({ ...sending, otherSent })).toEqual({
      send: false,
      waitUntil: null,
      refusal: { reason: "quarantined", quarantinedUntil: days(29) },
    });
  });

  test("nothing is sent once the answer is in, and an invitation only once", () => {
    const answered = { ...sending.invitation, status: "answered" as const, sentAt: days(-3) };
    expect(decideSending({ ...reminder, invitation: answered })).toEqual(never(null));
    expect(decideSending({ ...sending, invitation: { ...answered, status: "sent" } })).toEqual(never(null));
  });

  test("waits when it is early: for its hour, or for the reminder's days after the real sending", () => {
    const later = { ...sending.invitation, sendAt: hours(2) };
    expect(decideSending({ ...sending, invitation: later })).toEqual({ send: false, waitUntil: hours(2) });
    const sentLate = { ...reminder.invitation, sentAt: days(-1) };
    expect(decideSending({ ...reminder, invitation: sentLate })).toEqual({ send: false, waitUntil: days(2) });
    expect(decideSending({ ...reminder, kind: "second_reminder" })).toEqual({
      send: false,
      waitUntil: days(3),
    });
  });

  test("no reminder beyond the survey's number", () => {
    const one = { ...sending.survey, reminderCount: 1 };
    const sentLongAgo = { ...reminder.invitation, sentAt: days(-7) };
    expect(
      decideSending({ ...reminder, kind: "second_reminder", survey: one, invitation: sentLongAgo }),
    ).toEqual(never(null));
  });
});

test("quarantineEnd is null for nobody, for zero days, and the latest of several ends", () => {
  expect(quarantineEnd([], now, 30)).toBeNull();
  expect(quarantineEnd([{ sendAt: now, sentAt: now }], now, 0)).toBeNull();
  const two = [
    { sendAt: days(-20), sentAt: days(-20) },
    { sendAt: days(-5), sentAt: days(-4) },
  ];
  expect(quarantineEnd(two, now, 30)).toEqual(days(26));
});

test("the customer's language is used when organization and survey have it, else the organization's", () => {
  const organization = { language: "fi", languages: ["fi", "sv"] };
  expect(chooseInvitationLanguage("sv", organization, ["fi", "sv", "en"])).toBe("sv");
  expect(chooseInvitationLanguage("en", organization, ["fi", "sv", "en"])).toBe("fi");
  expect(chooseInvitationLanguage("sv", organization, ["fi"])).toBe("fi");
});
