import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requestPasswordResetAction } from "@/features/organizations/actions/password-reset";
import { PublicFrame } from "@/features/organizations/components/public-frame";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("forgot.title") };
}

export default async function ForgotPasswordPage({ searchParams }: PageProps<"/forgot-password">) {
  const t = await getTranslations("account");
  const isSent = (await searchParams).sent !== undefined;
  return (
    <PublicFrame title={t("forgot.title")} lead={isSent ? undefined : t("forgot.lead")}>
      <Stack gap="medium">
        {isSent ? (
          <Callout tone="done" role="status" title={t("forgot.sentTitle")}>
            {t("forgot.sent")}
          </Callout>
        ) : (
          <ActionForm action={requestPasswordResetAction} className="gap-4">
            <Field name="email" label={t("signIn.email")} required>
              <TextInput type="email" autoComplete="username" autoFocus />
            </Field>
            <SubmitButton pendingText={t("forgot.pending")}>{t("forgot.submit")}</SubmitButton>
          </ActionForm>
        )}
        <p className="text-center">
          <Link href="/sign-in" className="text-link">
            {t("forgot.back")}
          </Link>
        </p>
      </Stack>
    </PublicFrame>
  );
}
