"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import {
  acceptMemberInvitation,
  joinByInvitation,
} from "@/features/organizations/commands/accept-member-invitation";
import { openSession } from "@/features/organizations/commands/open-session";
import { defineAccountAction, defineOpenAction } from "@/features/organizations/define-account-action";
import { acceptInvitationInput, joinInput } from "@/features/organizations/schema";
import { writeSessionCookie } from "@/server/auth";

export const acceptMemberInvitationAction = defineAccountAction({
  input: acceptInvitationInput,
  async run(user, input) {
    const { slug } = await acceptMemberInvitation(user, input.token);
    redirect(`/o/${slug}`);
  },
});

export const joinByInvitationAction = defineOpenAction({
  input: joinInput,
  async run(input) {
    const locale = await getLocale();
    const { userId, slug } = await joinByInvitation(input.token, { ...input, locale });
    const userAgent = (await headers()).get("user-agent") ?? "";
    await writeSessionCookie(await openSession({ id: userId, locale }, userAgent));
    redirect(`/o/${slug}`);
  },
});
