import { getTranslations } from "next-intl/server";
import { changePasswordAction } from "@/features/organizations/actions/account";
import { PASSWORD_MIN } from "@/features/organizations/schema";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

/** Changing the password, or getting one for whoever signs in through another service only. */
export async function PasswordCard({ hasPassword }: { hasPassword: boolean }) {
  const t = await getTranslations("account");
  if (!hasPassword) {
    return (
      <Card title={t("passwordSection.title")} description={t("passwordSection.none")}>
        <LinkButton href="/forgot-password">{t("passwordSection.add")}</LinkButton>
      </Card>
    );
  }
  return (
    <Card title={t("passwordSection.title")} description={t("passwordSection.description")}>
      <ActionForm
        action={changePasswordAction}
        successMessage={t("passwordSection.changed")}
        resetOnSuccess
        className="max-w-md"
      >
        <Field name="currentPassword" label={t("password.current")} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <Field
          name="newPassword"
          label={t("password.new")}
          hint={t("password.hint", { minimum: PASSWORD_MIN })}
          required
        >
          <TextInput type="password" autoComplete="new-password" minLength={PASSWORD_MIN} />
        </Field>
        <Row>
          <SubmitButton variant="secondary">{t("passwordSection.submit")}</SubmitButton>
        </Row>
      </ActionForm>
    </Card>
  );
}
