"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import {
  countPasswordResetRequest,
  requestPasswordReset,
} from "@/features/organizations/commands/request-password-reset";
import { resetPassword } from "@/features/organizations/commands/reset-password";
import { defineOpenAction } from "@/features/organizations/define-account-action";
import { passwordResetInput, passwordResetRequestInput } from "@/features/organizations/schema";
import { findClientAddress } from "@/server/client-address";
import { log } from "@/server/log";

export const requestPasswordResetAction = defineOpenAction({
  input: passwordResetRequestInput,
  async run({ email }) {
    await countPasswordResetRequest({ email, address: await findClientAddress() });
    after(async () => {
      try {
        await requestPasswordReset(email);
      } catch (error) {
        log("error", "password reset request failed", { error });
      }
    });
    redirect("/forgot-password?sent=1");
  },
});

export const resetPasswordAction = defineOpenAction({
  input: passwordResetInput,
  async run(input) {
    await resetPassword(input);
    redirect("/sign-in?changed=1");
  },
});
