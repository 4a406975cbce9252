import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgetPages } from "@/features/audits/components/entry/forget-pages";
import {
  acceptMemberInvitationAction,
  joinByInvitationAction,
} from "@/features/organizations/actions/accept-invitation";
import { signOutAction } from "@/features/organizations/actions/sign-out";
import { PublicFrame } from "@/features/organizations/components/public-frame";
import { SignInForm } from "@/features/organizations/components/sign-in-form";
import { findMemberInvitation } from "@/features/organizations/queries/find-member-invitation";
import { PASSWORD_MIN } from "@/features/organizations/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { findCurrentUser } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("accept.title"), referrer: "no-referrer" };
}

export default async function AcceptInvitationPage({ params }: PageProps<"/accept-invitation/[token]">) {
  const { token } = await params;
  const t = await getTranslations("account");
  const invitation = await findMemberInvitation(token);
  if (invitation?.state !== "pending") {
    const isUsed = invitation?.state === "accepted";
    return (
      <PublicFrame title={isUsed ? t("accept.usedTitle") : t("accept.goneTitle")}>
        <Stack gap="medium">
          <p className="text-muted">{isUsed ? t("accept.used") : t("accept.gone")}</p>
          <LinkButton href="/sign-in" variant={isUsed ? "primary" : "secondary"}>
            {t("accept.toSignIn")}
          </LinkButton>
        </Stack>
      </PublicFrame>
    );
  }

  const { email } = invitation;
  const user = await findCurrentUser();
  const lead = t("accept.lead", { organization: invitation.organization.name, role: invitation.role });
  if (user && user.email !== email) {
    return (
      <PublicFrame title={t("accept.title")} lead={lead}>
        <form action={signOutAction} className="flex flex-col gap-4">
          <p className="text-muted">{t("accept.otherAccount", { email, current: user.email })}</p>
          <input type="hidden" name="to" value={`/accept-invitation/${token}`} />
          <SubmitButton>{t("accept.signOut")}</SubmitButton>
        </form>
      </PublicFrame>
    );
  }
  if (user) {
    return (
      <PublicFrame title={t("accept.title")} lead={lead}>
        <ActionForm action={acceptMemberInvitationAction} className="gap-4">
          <input type="hidden" name="token" value={token} />
          <p className="text-muted">{t("accept.signedInAs", { email })}</p>
          <SubmitButton pendingText={t("accept.pending")}>{t("accept.accept")}</SubmitButton>
        </ActionForm>
      </PublicFrame>
    );
  }
  if (invitation.hasAccount) {
    return (
      <PublicFrame title={t("accept.title")} lead={lead}>
        <ForgetPages />
        <Stack gap="medium">
          <p className="text-muted">{t("accept.signInFirst", { email })}</p>
          <ClientMessages namespaces={["account"]}>
            <SignInForm destination={`/accept-invitation/${token}`} email={email} />
          </ClientMessages>
        </Stack>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t("accept.title")} lead={lead}>
      <ForgetPages />
      <ActionForm action={joinByInvitationAction} className="gap-4">
        <input type="hidden" name="token" value={token} />
        <Field name="email" label={t("signIn.email")}>
          <TextInput type="email" autoComplete="username" value={email} readOnly />
        </Field>
        <Field name="name" label={t("accept.name")} required>
          <TextInput autoComplete="name" maxLength={120} autoFocus />
        </Field>
        <Field
          name="newPassword"
          label={t("signIn.password")}
          hint={t("password.hint", { minimum: PASSWORD_MIN })}
          required
        >
          <TextInput type="password" autoComplete="new-password" minLength={PASSWORD_MIN} />
        </Field>
        <SubmitButton pendingText={t("accept.pending")}>{t("accept.submit")}</SubmitButton>
      </ActionForm>
    </PublicFrame>
  );
}
