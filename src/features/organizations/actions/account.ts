"use server";

import { z } from "zod";
import { changePassword } from "@/features/organizations/commands/change-password";
import { writeLanguageCookie } from "@/features/organizations/commands/remember-language";
import { revokeOtherSessions, revokeSession } from "@/features/organizations/commands/revoke-session";
import { updateProfile } from "@/features/organizations/commands/update-profile";
import { defineAccountAction } from "@/features/organizations/define-account-action";
import { passwordChangeInput, profileInput, sessionInput } from "@/features/organizations/schema";
import { thenRefresh } from "@/server/then-refresh";

export const updateProfileAction = defineAccountAction({
  input: profileInput,
  async run(user, input) {
    await updateProfile(user.id, input);
    await writeLanguageCookie(input.locale);
    return thenRefresh(Promise.resolve());
  },
});

export const changePasswordAction = defineAccountAction({
  input: passwordChangeInput,
  run: (user, input) => thenRefresh(changePassword(user, input)),
});

export const revokeSessionAction = defineAccountAction({
  input: sessionInput,
  run: (user, input) => thenRefresh(revokeSession(user.id, input.sessionId)),
});

export const revokeOtherSessionsAction = defineAccountAction({
  input: z.object({}),
  run: (user) => thenRefresh(revokeOtherSessions(user.id, user.sessionId)),
});
