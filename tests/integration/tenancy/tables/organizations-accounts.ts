import { expect } from "vitest";
import { changePassword } from "@/features/organizations/commands/change-password";
import { openSession } from "@/features/organizations/commands/open-session";
import { rememberLanguage, writeLanguageCookie } from "@/features/organizations/commands/remember-language";
import {
  countPasswordResetRequest,
  requestPasswordReset,
} from "@/features/organizations/commands/request-password-reset";
import { resetPassword } from "@/features/organizations/commands/reset-password";
import { revokeOtherSessions, revokeSession } from "@/features/organizations/commands/revoke-session";
import { sendAccountMail } from "@/features/organizations/commands/send-account-mail";
import { signInWithOidc } from "@/features/organizations/commands/sign-in-with-oidc";
import { signInWithPassword } from "@/features/organizations/commands/sign-in-with-password";
import { updateProfile } from "@/features/organizations/commands/update-profile";
import { findPasswordReset } from "@/features/organizations/queries/find-password-reset";
import { getAccount } from "@/features/organizations/queries/get-account";
import { listSessions } from "@/features/organizations/queries/list-sessions";
import { TEST_PASSWORD } from "../../../factories/organization";
import type { Cast } from "../cast";
import { type Lines, line } from "../line";
import { type Place, unique } from "../makers";
import { signedIn } from "../signed-in";

/**
 * Accounts belong to persons, not to organizations: what takes a user id gets it from the session. What comes from outside
 * (ids of sessions, links, addresses) is called with somebody else's.
 */
const user = (of: Cast) => of.newUser();
const mineAndSession = async (of: Cast, _place: Place, caller: Cast) => {
  const mine = await caller.newUser();
  return { mine, id: of === caller ? mine.otherSessionId : (await of.newUser()).otherSessionId };
};
/** A link of a user of the caller's organization, or one of another's that was tampered with. */
const link = async (of: Cast, _place: Place, caller: Cast) => {
  const made = await of.newUser();
  return { id: made.userId, token: of === caller ? made.resetToken : `${made.resetToken.slice(0, -2)}xx` };
};

export const NEW_PASSWORD = "correct-horse-battery";

export const organizationsAccounts: Lines = {
  getAccount: line({
    given: user,
    call: (_scope, { userId }) => getAccount(userId),
    own: ({ result }) => expect(result).toEqual({ hasPassword: true }),
    foreign: "takes nothing",
  }),
  listSessions: line({
    given: mineAndSession,
    call: (_scope, { mine, id }) => listSessions(mine.userId, id),
    own: "shows",
    foreign: "hides",
  }),
  findPasswordReset: line({
    given: link,
    call: (_scope, { token }) => findPasswordReset(token),
    own: "shows",
    foreign: "nothing",
  }),

  updateProfile: line({
    given: user,
    call: (_scope, { userId }) => updateProfile(userId, { name: "Renamed", locale: "fi" }),
    own: ({ changed }) => expect(changed).toEqual(["users"]),
    foreign: "takes nothing",
  }),
  changePassword: line({
    given: user,
    call: (_scope, { userId, sessionId, email }) =>
      changePassword(
        { id: userId, sessionId, email, name: "Somebody" },
        { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD },
      ),
    own: ({ result, changed }) => {
      expect(result).toEqual({ endedSessions: 1 });
      expect(changed).toEqual(["user_sessions", "users"]);
    },
    foreign: "takes nothing",
  }),
  openSession: line({
    given: user,
    call: (_scope, { userId }) => openSession({ id: userId, locale: "en" }, "Browser"),
    own: ({ changed }) => expect(changed).toEqual(["user_sessions", "users"]),
    foreign: "takes nothing",
  }),
  revokeSession: line({
    given: mineAndSession,
    call: (_scope, { mine, id }) => revokeSession(mine.userId, id),
    own: ({ changed }) => expect(changed).toEqual(["user_sessions"]),
    foreign: "not found",
  }),
  revokeOtherSessions: line({
    given: mineAndSession,
    call: (_scope, { mine, id }) => revokeOtherSessions(mine.userId, id),
    own: ({ result }) => expect(result).toBe(1),
    // Another person's session is none to keep: both own ones end, and that one does not.
    foreign: ({ result }) => expect(result).toBe(2),
  }),
  rememberLanguage: line({
    given: user,
    call: async (_scope, given) => {
      signedIn.person = given;
      await rememberLanguage("fi");
    },
    own: ({ changed }) => expect(changed).toEqual(["users"]),
    foreign: "takes nothing",
  }),
  writeLanguageCookie: line({
    call: () => writeLanguageCookie("fi"),
    own: "nothing",
    // Writes a cookie and nothing else.
    foreign: "takes nothing",
  }),

  countPasswordResetRequest: line({
    call: () => countPasswordResetRequest({ email: `${unique()}@example.test`, address: unique() }),
    own: "runs",
    // Counts under hashes of what was typed, whether or not an account has it.
    foreign: "takes nothing",
  }),
  requestPasswordReset: line({
    given: async (of, _place, caller) => ({
      email: of === caller ? (await of.newUser()).email : `${unique()}@example.test`,
    }),
    call: (_scope, { email }) => requestPasswordReset(email),
    own: ({ changed }) => expect(changed).toEqual(["jobs", "password_resets"]),
    foreign: "nothing",
  }),
  resetPassword: line({
    given: link,
    call: (_scope, { token }) => resetPassword({ token, newPassword: NEW_PASSWORD }),
    own: ({ changed }) => expect(changed).toEqual(["password_resets", "user_sessions", "users"]),
    foreign: "conflict",
  }),
  sendAccountMail: [
    line({
      given: (of) => of.newMemberInvitation(),
      as: "job",
      call: ({ organizationId }, { id }) =>
        sendAccountMail({ kind: "member-invitation", organizationId, memberInvitationId: id }),
      // Found and rendered; no mail server listens, so the job is tried again.
      own: ({ error }) => expect(String(error)).toMatch(/ECONNREFUSED/),
      foreign: "nothing",
    }),
    line({
      given: async (of, _place, caller) => ({
        userId: (await caller.newUser()).userId,
        passwordResetId: (await of.newUser()).passwordResetId,
      }),
      call: (_scope, given) => sendAccountMail({ kind: "password-reset", ...given }),
      // Of two different users in either case.
      own: "nothing",
      foreign: "nothing",
    }),
  ],
  signInWithPassword: line({
    given: async (of, _place, caller) => ({
      email: (await of.newUser()).email,
      password: of === caller ? TEST_PASSWORD : "not the password",
    }),
    call: (_scope, given) => signInWithPassword({ ...given, userAgent: "Browser", address: unique() }),
    own: ({ changed }) => expect(changed).toEqual(["user_sessions", "users"]),
    foreign: "nothing",
  }),
  signInWithOidc: line({
    given: async (of, _place, caller) => ({
      email: (await of.newUser()).email,
      isEmailVerified: of === caller,
    }),
    call: (_scope, given) =>
      signInWithOidc({ ...given, issuer: "https://login.example.test", subject: unique() }, "Browser"),
    own: ({ changed }) => expect(changed).toEqual(["user_sessions", "users"]),
    // An address that the provider does not vouch for opens nobody's account.
    foreign: "nothing",
  }),
};
