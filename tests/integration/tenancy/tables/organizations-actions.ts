import { expect } from "vitest";
import {
  acceptMemberInvitationAction,
  joinByInvitationAction,
} from "@/features/organizations/actions/accept-invitation";
import {
  changePasswordAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  updateProfileAction,
} from "@/features/organizations/actions/account";
import { chooseLanguageAction } from "@/features/organizations/actions/choose-language";
import {
  requestPasswordResetAction,
  resetPasswordAction,
} from "@/features/organizations/actions/password-reset";
import { signOutAction } from "@/features/organizations/actions/sign-out";
import { archiveMember } from "@/features/organizations/commands/archive-member";
import { withScope } from "@/server/database";
import {
  createMember,
  createOrganization as createOtherOrganization,
  TEST_PASSWORD,
} from "../../../factories/organization";
import type { Cast } from "../cast";
import { action, type Lines, line, type Observed } from "../line";
import { createSession, type Place, unique } from "../makers";
import { signedIn } from "../signed-in";
import { NEW_PASSWORD } from "./organizations-accounts";
import { limits, picture, settingsOf } from "./organizations-members";

const invitation = (of: Cast) => of.newMemberInvitation();
const member = (of: Cast) => of.newMember();
const mineAndSession = async (of: Cast, _place: Place, caller: Cast) => {
  const mine = await caller.newUser();
  return { mine, sessionId: of === caller ? mine.otherSessionId : (await of.newUser()).otherSessionId };
};
const tampered = (token: string, isRightful: boolean) => (isRightful ? token : `${token.slice(0, -2)}xx`);

/** The answer of an action that does not belong to an organization, and the tables it may have changed. */
const answers =
  (expected: object, ...tables: string[]) =>
  ({ result, error, changed }: Observed) => {
    if (error) throw error;
    expect(result).toMatchObject(expected);
    expect(changed).toEqual(tables);
  };
const redirects =
  (to: string, ...tables: string[]) =>
  ({ result, error, changed }: Observed) => {
    if (error) throw error;
    expect(result).toEqual({ redirect: expect.stringContaining(to) });
    expect(changed).toEqual(tables);
  };
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

const manage = { permission: "members.manage", foreign: "not found" } as const;
const settings = { permission: "organization.manage", foreign: "takes nothing" } as const;

export const organizationsActions: Lines = {
  inviteMemberAction: limits.map((given) =>
    action({
      ...manage,
      given,
      input: (wanted) => ({ ...wanted, email: `${unique()}@example.test`, language: "en" }),
    }),
  ),
  resendMemberInvitationAction: action({
    ...manage,
    given: invitation,
    input: ({ id }) => ({ memberInvitationId: id }),
  }),
  revokeMemberInvitationAction: action({
    ...manage,
    given: invitation,
    input: ({ id }) => ({ memberInvitationId: id }),
  }),
  updateMemberAccessAction: [
    action({ ...manage, given: member, input: ({ memberId }) => ({ memberId, role: "manager" }) }),
    ...limits.map((limit) =>
      action({
        ...manage,
        given: async (of, place, caller) => ({
          memberId: (await caller.newMember()).memberId,
          wanted: await limit(of, place),
        }),
        input: ({ memberId, wanted }) => ({ ...wanted, memberId }),
      }),
    ),
  ],
  archiveMemberAction: action({ ...manage, given: member, input: ({ memberId }) => ({ memberId }) }),
  restoreMemberAction: action({
    ...manage,
    given: async (of) => {
      const made = await of.newMember();
      await archiveMember(of.people.owner.scope, made.memberId);
      return made;
    },
    input: ({ memberId }) => ({ memberId }),
  }),

  updateOrganizationAction: action({ ...settings, input: () => settingsOf(`North ${unique()}`) }),
  uploadLogoAction: action({
    ...settings,
    given: picture,
    input: (bytes) => ({ logo: new File([new Uint8Array(bytes)], "logo.png", { type: "image/png" }) }),
  }),
  removeLogoAction: action({ ...settings, input: () => ({}) }),
  finishSetupAction: action({
    ...settings,
    given: (of) =>
      withScope(of.scope, (tx) =>
        tx.organization.update({
          where: { id: of.organization.id },
          data: { setupDoneAt: null },
          select: { slug: true },
        }),
      ),
    input: () => ({}),
  }),

  // From here on: actions of a person's own account, which look at no organization, and of people with a link.
  updateProfileAction: line({
    given: (of) => of.newUser(),
    call: (_scope, given, caller) => {
      signedIn.person = given;
      return updateProfileAction(caller.slug, { name: "Renamed", locale: "fi" });
    },
    own: answers({ ok: true }, "users"),
    foreign: "takes nothing",
  }),
  changePasswordAction: line({
    given: (of) => of.newUser(),
    call: (_scope, given, caller) => {
      signedIn.person = given;
      const input = { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD };
      return changePasswordAction(caller.slug, input);
    },
    own: answers({ ok: true }, "user_sessions", "users"),
    foreign: "takes nothing",
  }),
  revokeSessionAction: line({
    given: mineAndSession,
    call: (_scope, { mine, sessionId }, caller) => {
      signedIn.person = mine;
      return revokeSessionAction(caller.slug, { sessionId });
    },
    own: answers({ ok: true }, "user_sessions"),
    foreign: answers({ ok: false, code: "not-found" }),
  }),
  revokeOtherSessionsAction: line({
    given: (of) => of.newUser(),
    call: (_scope, given, caller) => {
      signedIn.person = given;
      return revokeOtherSessionsAction(caller.slug, {});
    },
    own: answers({ ok: true, data: 1 }, "user_sessions"),
    foreign: "takes nothing",
  }),
  chooseLanguageAction: line({
    given: (of) => of.newUser(),
    call: (_scope, given) => {
      signedIn.person = given;
      return chooseLanguageAction(form({ locale: "fi" }));
    },
    own: ({ changed }) => expect(changed).toEqual(["users"]),
    foreign: "takes nothing",
  }),
  signOutAction: line({
    given: (of) => of.newUser(),
    call: (_scope, given) => {
      signedIn.person = given;
      return signOutAction(form({}));
    },
    own: redirects("/sign-in", "user_sessions"),
    foreign: "takes nothing",
  }),
  acceptMemberInvitationAction: line({
    // The caller's user is invited to the own organization; in the other one somebody else is.
    given: async (of, _place, caller) => {
      const user = await createMember(await createOtherOrganization(), "employee");
      const { token } = await of.newMemberInvitation(of === caller ? { email: user.email } : {});
      return { user: { ...user, sessionId: await createSession(user.userId) }, token };
    },
    call: (_scope, { user, token }, caller) => {
      signedIn.person = user;
      return acceptMemberInvitationAction(caller.slug, { token });
    },
    own: ({ result }) => expect(result).toEqual({ redirect: expect.stringContaining("/o/north") }),
    foreign: answers({ ok: false, code: "conflict" }),
  }),
  joinByInvitationAction: line({
    given: async (of, _place, caller) => ({ token: tampered((await invitation(of)).token, of === caller) }),
    call: (_scope, { token }, caller) =>
      joinByInvitationAction(caller.slug, { token, name: "Newcomer", newPassword: NEW_PASSWORD }),
    own: ({ result, changed }) => {
      expect(result).toEqual({ redirect: expect.stringContaining("/o/north") });
      expect(changed).toContain("members");
    },
    foreign: answers({ ok: false, code: "conflict" }),
  }),
  requestPasswordResetAction: line({
    given: async (of, _place, caller) => ({
      email: of === caller ? (await of.newUser()).email : `${unique()}@example.test`,
    }),
    call: (_scope, given, caller) => requestPasswordResetAction(caller.slug, given),
    own: redirects("/forgot-password", "jobs", "password_resets"),
    // The same answer where there is no such account.
    foreign: redirects("/forgot-password"),
  }),
  resetPasswordAction: line({
    given: async (of, _place, caller) => ({
      token: tampered((await of.newUser()).resetToken, of === caller),
    }),
    call: (_scope, { token }, caller) =>
      resetPasswordAction(caller.slug, { token, newPassword: NEW_PASSWORD }),
    own: redirects("/sign-in", "password_resets", "user_sessions", "users"),
    foreign: answers({ ok: false, code: "conflict" }),
  }),
};
