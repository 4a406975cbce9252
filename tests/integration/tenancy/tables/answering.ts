import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { unsubscribeAction } from "@/features/invitations/actions";
import { closeInvitations } from "@/features/invitations/commands/close-invitations";
import { findDueMail } from "@/features/invitations/commands/find-due-mail";
import { handOverInvitation } from "@/features/invitations/commands/hand-over-invitation";
import { findSuppression, inviteForEncounters } from "@/features/invitations/commands/invite-for-encounters";
import { lockInvitation } from "@/features/invitations/commands/lock-invitation";
import {
  addressLock,
  listCustomersOfAddress,
  lockAddress,
} from "@/features/invitations/commands/same-address";
import { sendInvitationMail } from "@/features/invitations/commands/send-invitation-mail";
import { unsubscribe } from "@/features/invitations/commands/unsubscribe";
import { findRespondent, rememberRespondent } from "@/features/invitations/queries/find-respondent";
import { findUnsubscribePage } from "@/features/invitations/queries/find-unsubscribe-page";
import { getAskedSurvey, loadAskedSurvey } from "@/features/invitations/queries/survey-versions";
import { uploadLogo } from "@/features/organizations/commands/change-logo";
import { submitDetailsAction, submitScoreAction } from "@/features/responses/actions";
import { submitDetails } from "@/features/responses/commands/submit-details";
import { submitScore } from "@/features/responses/commands/submit-score";
import { describeAnswerPage } from "@/features/responses/queries/describe-answer-page";
import { findLogo } from "@/features/responses/queries/find-logo";
import { openAnswerPage } from "@/features/responses/queries/open-answer-page";
import { type Transaction, withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { type Cast, NORTH } from "../cast";
import { type Lines, line, lock, type Observed, pure } from "../line";
import type { Place } from "../makers";
import { picture } from "./organizations-members";

const queued = (of: Cast, place: Place) => of.newInvitation(place, { isQueued: true });
const sent = (of: Cast, place: Place) => of.newInvitation(place);
const answered = async (of: Cast, place: Place) => {
  const { invitation } = await of.newAnswer(place);
  return invitation;
};

/** The scope of somebody with a link of the caller's organization. */
const asRespondent = (scope: Scope) =>
  makeScope({ organizationId: scope.organizationId, actor: "respondent", timeZone: "UTC" });
/** The invitation they name, which may be of another one. */
const named = ({ id, token }: { id: string; token: string }) => ({ invitationId: id, token });
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
/** A link of the caller's organization; in the place of another's, one that was tampered with: a link opens its own alone. */
const linkOf =
  (make: (of: Cast, place: Place) => Promise<{ token: string }>) =>
  async (of: Cast, place: Place, caller: Cast) => {
    const { token } = await make(of, place);
    return { token: of === caller ? token : `${token.slice(0, -2)}xx` };
  };
const comesTo =
  (expected: unknown) =>
  ({ result, error, changed }: Observed) => {
    if (error) throw error;
    expect(result).toEqual(expected);
    expect(changed).toEqual([]);
  };
const ofNorth = ({ result }: Observed) =>
  expect(result).toMatchObject({ organization: { name: expect.stringContaining(NORTH.mark) } });
const details = { language: "en", isEdit: false };

/** The lock of one address; the table reads the export's name from the function's. */
const sharedAddress = {
  lockAddress: (tx: Transaction, scope: Scope) => lockAddress(tx, scope, "shared@example.test"),
};

export const invitations: Lines = {
  findRespondent: line({
    given: (of) => of.newInvitation(),
    call: (_scope, { token }) => findRespondent(token),
    own: ({ result }, { id, organizationId }) =>
      expect(result).toMatchObject({ invitationId: id, scope: { organizationId, role: null, userId: null } }),
    // The token is the authority: it opens its own organization, whoever holds it, and as a respondent only.
    foreign: ({ result }, { id, organizationId }) =>
      expect(result).toMatchObject({ invitationId: id, scope: { organizationId, role: null, userId: null } }),
    echoes: true,
  }),
  rememberRespondent: pure("It keeps what the database has just said of a token.", () =>
    rememberRespondent("a-token-of-nobody", { organizationId: uuidv7(), invitationId: uuidv7() }),
  ),
  findUnsubscribePage: line({
    given: sent,
    call: (scope, given) => findUnsubscribePage(asRespondent(scope), given.id),
    own: ofNorth,
    foreign: "nothing",
  }),
  getAskedSurvey: line({
    given: async (of) => {
      const { versionId } = await of.newSurvey();
      // Remembered by this process before anybody else asks.
      await withScope(of.scope, (tx) => getAskedSurvey(tx, of.scope, versionId));
      return { id: versionId };
    },
    call: (scope, { id }) => withScope(scope, (tx) => getAskedSurvey(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  loadAskedSurvey: line({
    given: async (of) => {
      const { versionId } = await of.newSurvey();
      await loadAskedSurvey(of.scope, versionId);
      return { id: versionId };
    },
    call: (scope, { id }) => loadAskedSurvey(scope, id),
    own: "shows",
    foreign: "not found",
  }),
  inviteForEncounters: line({
    given: async (of) => {
      const customer = await of.newCustomer();
      return of.newEncounter(of.here, { customerId: customer.id });
    },
    as: "job",
    call: (scope, { id }) => inviteForEncounters(scope, [id]),
    own: ({ result, changed }) => {
      expect(result).toEqual({ invited: 1, notInvited: 0, untouched: 0 });
      expect(changed).toEqual(["invitation_mails", "invitations", "jobs"]);
    },
    foreign: comesTo({ invited: 0, notInvited: 0, untouched: 1 }),
  }),
  closeInvitations: line({
    as: "job",
    call: (scope) => closeInvitations(makeScope({ ...scope, now: new Date(Date.now() + 90 * 86_400_000) })),
    own: "changes",
    foreign: "takes nothing",
  }),
  findSuppression: line({
    given: (of) => of.newSuppressedCustomer(),
    call: (scope, { email }) => withScope(scope, (tx) => findSuppression(tx, scope, email)),
    own: comesTo("suppressed"),
    foreign: "nothing",
  }),
  findDueMail: line({
    given: queued,
    as: "job",
    call: (scope, { id }) => withScope(scope, (tx) => findDueMail(tx, scope, id, "invitation")),
    own: "shows",
    foreign: "nothing",
  }),
  handOverInvitation: line({
    given: async (of, place) => {
      const { id } = await queued(of, place);
      const mail = await withScope(of.scope, (tx) => findDueMail(tx, of.scope, id, "invitation"));
      if (!mail) throw new Error("the mail is due");
      return mail;
    },
    as: "job",
    call: (scope, mail) => handOverInvitation(scope, mail).run({ isOpen: () => true, release: () => {} }),
    own: ({ changed }) => expect(changed).toEqual(["invitation_mails", "invitations", "jobs"]),
    foreign: "nothing",
  }),
  addressLock: pure("It makes a lock's name and reads nothing.", () => addressLock("shared@example.test")),
  lockAddress: lock(sharedAddress.lockAddress),
  listCustomersOfAddress: line({
    given: (of) => of.newCustomer(),
    call: (scope, { id }) =>
      withScope(scope, async (tx) => {
        const customer = await tx.customer.findFirst({ where: { id }, select: { email: true } });
        return listCustomersOfAddress(tx, scope, { id, email: customer?.email ?? "nobody@example.test" });
      }),
    own: "shows",
    // Only the customer that was named: nobody of another organization is found by the address.
    foreign: ({ result }, { id }) => expect(result).toEqual([id]),
    echoes: true,
  }),
  lockInvitation: line({
    given: sent,
    call: (scope, { id }) =>
      withScope(scope, async (tx) => {
        const invitation = await tx.invitation.findFirst({ where: { id }, select: { encounterId: true } });
        await lockInvitation(tx, scope, { invitationId: id, encounterId: invitation?.encounterId ?? id });
      }),
    own: "runs",
    foreign: "runs",
  }),
  sendInvitationMail: line({
    given: queued,
    as: "job",
    call: (scope, { id }) => sendInvitationMail(scope, id, "invitation"),
    // No mail server listens: the failed try is written down and planned again.
    own: ({ changed }) => expect(changed).toEqual(["invitation_mails", "jobs"]),
    foreign: "nothing",
  }),
  unsubscribe: line({
    given: sent,
    call: (scope, given) => unsubscribe(asRespondent(scope), given.id),
    own: ({ changed }) => expect(changed).toEqual(["suppressed_addresses"]),
    foreign: "not found",
  }),
  unsubscribeAction: line({
    given: linkOf(sent),
    call: (_scope, { token }) => unsubscribeAction(form({ token, lang: "en" })),
    own: ({ changed }) => expect(changed).toEqual(["suppressed_addresses"]),
    foreign: "runs",
  }),
};

export const responses: Lines = {
  openAnswerPage: line({
    given: linkOf(answered),
    call: (_scope, { token }) => openAnswerPage(token),
    own: ({ result }) =>
      expect(result).toMatchObject({
        page: { organization: { name: expect.stringContaining(NORTH.mark) }, response: { score: 9 } },
      }),
    foreign: "nothing",
  }),
  describeAnswerPage: line({
    given: linkOf(sent),
    call: (_scope, { token }) => describeAnswerPage(token, new URLSearchParams()),
    own: ({ result }) => expect(result).toMatchObject({ key: expect.stringContaining(NORTH.mark) }),
    foreign: "nothing",
  }),
  findLogo: line({
    given: async (of) => uploadLogo(of.people.owner.scope, new Uint8Array(await picture())),
    call: (scope) => findLogo(asRespondent(scope)),
    own: ({ result }) => expect(result).toBeInstanceOf(Uint8Array),
    foreign: "takes nothing",
  }),
  submitScore: line({
    given: sent,
    call: (scope, given) => submitScore(asRespondent(scope), { ...named(given), ...details, score: "9" }),
    own: ({ result, changed }) => {
      expect(result).toBe("stored");
      expect(changed).toEqual(["answers", "invitations", "responses"]);
    },
    foreign: comesTo("unknown"),
  }),
  submitDetails: [
    line({
      given: answered,
      call: (scope, given) =>
        submitDetails(asRespondent(scope), {
          ...named(given),
          ...details,
          form: form({ comment: "Changed" }),
        }),
      own: ({ changed }) => expect(changed).toEqual(["responses"]),
      foreign: comesTo({ status: "no-score" }),
    }),
    line({
      given: async (of, place, caller) => ({
        id: (await answered(caller, caller.here)).id,
        token: (await answered(of, place)).token,
      }),
      call: (scope, given) =>
        submitDetails(asRespondent(scope), {
          ...named(given),
          ...details,
          form: form({ comment: "Changed" }),
        }),
      own: "changes",
      foreign: comesTo({ status: "no-score" }),
    }),
  ],
  submitScoreAction: line({
    given: linkOf(sent),
    call: (_scope, { token }) => submitScoreAction(form({ token, lang: "en", score: "9" })),
    own: ({ changed }) => expect(changed).toEqual(["answers", "invitations", "responses"]),
    foreign: "runs",
  }),
  submitDetailsAction: line({
    given: linkOf(answered),
    call: (_scope, { token }) => submitDetailsAction(form({ token, lang: "en", comment: "Changed" })),
    own: ({ changed }) => expect(changed).toEqual(["responses"]),
    foreign: "runs",
  }),
};
