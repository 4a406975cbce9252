import { expect } from "vitest";
import { stopDigestAction } from "@/features/digests/actions";
import { findDueDigests } from "@/features/digests/commands/find-due-digests";
import { cancelDigest, digestKey, findUnsentDigest } from "@/features/digests/commands/find-unsent-digest";
import { handOverDigest } from "@/features/digests/commands/hand-over-digest";
import { planDigests } from "@/features/digests/commands/plan-digests";
import { sendDigest } from "@/features/digests/commands/send-digest";
import { switchDigest } from "@/features/digests/commands/switch-digest";
import { findDigestSubscription } from "@/features/digests/queries/find-digest-subscription";
import { getDigest } from "@/features/digests/queries/get-digest";
import { listDigestSubscriptions } from "@/features/digests/queries/list-digest-subscriptions";
import { lastWeek, weekOf } from "@/features/digests/rules";
import { withScope } from "@/server/database";
import { digestToken } from "@/server/tokens";
import type { Cast } from "../cast";
import { NORTH } from "../cast";
import { action, type Lines, line, type Observed, pure } from "../line";
import type { Place } from "../makers";

const WEEK = 7 * 24 * 3600_000;
const ZONE = "Europe/Helsinki";
/** The week that is going on, in which the cast has answered. */
const thisWeek = () => lastWeek(new Date(Date.now() + WEEK), ZONE).firstDay;

const newManager = (of: Cast) => of.newMember("manager");
/** A manager's digest that waits. */
const newDigest = async (of: Cast) => {
  const { memberId } = await newManager(of);
  const monday = thisWeek();
  await withScope(of.scope, (tx) =>
    tx.digestMail.create({
      data: digestKey(of.scope, { memberId, monday }).organizationId_memberId_weekStart,
      select: { state: true },
    }),
  );
  return { memberId, monday };
};
/** The link of a member's digest; in the place of another's, one that was tampered with: a link opens its own alone. */
const newLink = async (of: Cast, _place: Place, caller: Cast) => {
  const { memberId } = await newManager(of);
  const token = digestToken(of.organization.id, memberId);
  return { memberId, token: of === caller ? token : `${token.slice(0, -8)}xxxxxxxx` };
};
const formOf = (token: string) => {
  const form = new FormData();
  form.set("token", token);
  return form;
};
/** Far ahead: by then everybody of the cast is long a member. */
let year = 2100;
const nextPlannedWeek = () => {
  year += 1;
  return lastWeek(new Date(Date.UTC(year, 5, 15)), ZONE);
};
const ofNorth =
  (check: (digest: NonNullable<Awaited<ReturnType<typeof getDigest>>>) => void) =>
  ({ result, error }: Observed) => {
    if (error) throw error;
    const digest = result as NonNullable<Awaited<ReturnType<typeof getDigest>>>;
    expect(digest.organization.name).toContain(NORTH.mark);
    expect(digest.comments.map(({ score }) => score)).toEqual([NORTH.score]);
    check(digest);
  };

export const digests: Lines = {
  getDigest: [
    line({
      call: (scope) => getDigest(scope, thisWeek()),
      own: ofNorth(({ headlines, locations }) => {
        expect(headlines[0]?.figure).toMatchObject({ value: 100 });
        expect(locations).toBeNull();
      }),
      foreign: "takes nothing",
    }),
    line({
      given: (of, place) => of.newAnswer(place),
      as: "localManager",
      call: async (scope) => getDigest(scope, thisWeek()),
      own: ofNorth(({ locations, signals }) => {
        expect(locations).toHaveLength(1);
        expect(signals).toEqual([]);
      }),
      foreign: ofNorth(({ locations }) => expect(locations).toHaveLength(1)),
    }),
    line({
      // Who reads no figures gets none in a digest either.
      as: "consultant",
      call: (scope) => getDigest(scope, thisWeek()),
      own: "nothing",
      foreign: "takes nothing",
    }),
  ],
  findDigestSubscription: line({
    given: newLink,
    call: (_scope, { token }) => findDigestSubscription(token),
    own: ({ result }, { memberId }) =>
      expect(result).toMatchObject({ memberId, wantsDigest: true, scope: { role: null, userId: null } }),
    foreign: "nothing",
  }),
  listDigestSubscriptions: line({
    given: newManager,
    call: (_scope, { userId }) => listDigestSubscriptions(userId),
    own: "shows",
    foreign: "takes nothing",
  }),
  planDigests: line({
    as: "job",
    call: (scope) => planDigests(scope, nextPlannedWeek()),
    own: ({ changed }) => expect(changed).toEqual(["digest_mails", "jobs"]),
    foreign: "takes nothing",
  }),
  findDueDigests: line({
    // A Thursday: it is Monday morning nowhere, and no organization gets a job. That it is told of all is its purpose.
    call: () => findDueDigests(new Date("2026-11-19T12:00:00Z")),
    own: "nothing",
    foreign: "takes nothing",
  }),
  findUnsentDigest: line({
    given: newDigest,
    as: "job",
    call: (scope, given) => withScope(scope, (tx) => findUnsentDigest(tx, scope, given)),
    own: ({ result }, given) => expect(result).toMatchObject(given),
    foreign: "nothing",
  }),
  cancelDigest: line({
    given: newDigest,
    as: "job",
    call: (scope, given) => withScope(scope, (tx) => cancelDigest(tx, scope, given)),
    own: ({ changed }) => expect(changed).toEqual(["digest_mails"]),
    foreign: "nothing",
  }),
  digestKey: pure("It puts a key together.", () =>
    digestKey({ organizationId: "one" } as Parameters<typeof digestKey>[0], {
      memberId: "two",
      monday: weekOf("2026-11-16", ZONE).firstDay,
    }),
  ),
  handOverDigest: line({
    given: newDigest,
    as: "job",
    call: (scope, given) => handOverDigest(scope, given).run({ isOpen: () => true, release: () => {} }),
    own: ({ changed }) => expect(changed).toEqual(["digest_mails"]),
    foreign: "nothing",
  }),
  sendDigest: line({
    given: newDigest,
    as: "job",
    call: (scope, given) => sendDigest(scope, given),
    // No mail server listens: the failed try is written down and planned again.
    own: ({ changed }) => expect(changed).toEqual(["digest_mails", "jobs"]),
    foreign: "nothing",
  }),
  switchDigest: line({
    given: newManager,
    call: (scope, { memberId }) => switchDigest(scope, memberId, false),
    own: ({ changed }) => expect(changed).toEqual(["members"]),
    foreign: "not found",
  }),
  switchDigestAction: action({
    permission: "dashboards.read",
    input: () => ({ wantsDigest: false }),
    // The caller's own, whoever that is.
    foreign: "takes nothing",
  }),
  stopDigestAction: line({
    given: newLink,
    call: (_scope, { token }) => stopDigestAction(formOf(token)),
    own: ({ changed }) => expect(changed).toEqual(["members"]),
    foreign: "runs",
  }),
};
