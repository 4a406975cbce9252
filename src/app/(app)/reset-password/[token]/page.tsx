import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { resetPasswordAction } from "@/features/organizations/actions/password-reset";
import { PublicFrame } from "@/features/organizations/components/public-frame";
import { findPasswordReset } from "@/features/organizations/queries/find-password-reset";
import { PASSWORD_MIN } from "@/features/organizations/schema";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("reset.title"), referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const t = await getTranslations("account");
  const reset = await findPasswordReset(token);
  if (!reset) {
    return (
      <PublicFrame title={t("reset.expiredTitle")}>
        <Stack gap="medium">
          <p className="text-muted">{t("reset.expired")}</p>
          <LinkButton href="/forgot-password" variant="primary">
            {t("reset.askAgain")}
          </LinkButton>
        </Stack>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t("reset.title")} lead={t("reset.lead", { email: reset.email })}>
      <ActionForm action={resetPasswordAction} className="gap-4">
        <input type="hidden" name="token" value={token} />
        {/* Password managers keep the new password under this name. */}
        <input type="email" name="username" autoComplete="username" value={reset.email} readOnly hidden />
        <Field
          name="newPassword"
          label={t("password.new")}
          hint={t("password.hint", { minimum: PASSWORD_MIN })}
          required
        >
          <TextInput type="password" autoComplete="new-password" minLength={PASSWORD_MIN} autoFocus />
        </Field>
        <SubmitButton>{t("reset.submit")}</SubmitButton>
      </ActionForm>
    </PublicFrame>
  );
}
