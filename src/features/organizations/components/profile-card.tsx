import { getLocale, getTranslations } from "next-intl/server";
import { updateProfileAction } from "@/features/organizations/actions/account";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { SCREEN_LANGUAGES } from "./public-frame";

/** The user's own name and language. The address is who the user is here and does not change by itself. */
export async function ProfileCard({ user }: { user: { name: string; email: string } }) {
  const t = await getTranslations("account");
  const locale = await getLocale();
  return (
    <Card title={t("profile.title")}>
      <ActionForm key={locale} action={updateProfileAction} successMessage={t("profile.saved")}>
        <Field
          name="name"
          label={t("profile.name")}
          hint={t("profile.nameHint")}
          required
          className="max-w-md"
        >
          <TextInput defaultValue={user.name} autoComplete="name" maxLength={120} />
        </Field>
        <Field name="email" label={t("profile.email")} className="max-w-md">
          <TextInput type="email" value={user.email} readOnly autoComplete="off" />
        </Field>
        <FieldGroup name="locale" label={t("profile.language")}>
          <SegmentedControl
            defaultValue={locale}
            choices={SCREEN_LANGUAGES.map(({ code, label }) => ({
              value: code,
              label: <span lang={code}>{label}</span>,
            }))}
          />
        </FieldGroup>
        <Row>
          <SubmitButton>{t("profile.save")}</SubmitButton>
        </Row>
      </ActionForm>
    </Card>
  );
}
