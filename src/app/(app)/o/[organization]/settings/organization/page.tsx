import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { updateOrganizationAction } from "@/features/organizations/actions/organization";
import { AppearanceFields } from "@/features/organizations/components/appearance-fields";
import { LanguageFields } from "@/features/organizations/components/language-fields";
import { LogoCard } from "@/features/organizations/components/logo-card";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { listTimeZones } from "@/features/organizations/time-zones";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Combobox } from "@/ui/combobox";
import { Field } from "@/ui/field";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organizations"))("settings.title") };
}

export default async function OrganizationSettingsPage({
  params,
}: PageProps<"/o/[organization]/settings/organization">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "organization.manage");
  const settings = await getOrganizationSettings(scope);
  const t = await getTranslations("organizations.settings");
  const timeZones = listTimeZones(scope.now);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <ClientMessages namespaces={["organizations", "common"]}>
        <Stack gap="large" className="max-w-4xl">
          <ActionForm action={updateOrganizationAction} successMessage={t("saved")} className="gap-6">
            <Card title={t("appearance")}>
              <AppearanceFields
                name={settings.name}
                accentColor={settings.accentColor}
                logoUrl={settings.logoUrl}
              />
            </Card>
            <Card title={t("mail")} description={t("mailDescription")}>
              <div className="grid gap-5 sm:grid-cols-2">
                <Field name="senderName" label={t("senderName")} hint={t("senderNameHint")} optional>
                  <TextInput
                    defaultValue={settings.senderName ?? ""}
                    placeholder={settings.name}
                    maxLength={80}
                    autoComplete="off"
                  />
                </Field>
                <Field name="replyTo" label={t("replyTo")} hint={t("replyToHint")} optional>
                  <TextInput type="email" defaultValue={settings.replyTo ?? ""} autoComplete="off" />
                </Field>
              </div>
            </Card>
            <Card title={t("place")}>
              <Stack gap="large">
                <Field
                  name="timeZone"
                  label={t("timeZone")}
                  hint={t("timeZoneHint")}
                  required
                  className="max-w-md"
                >
                  <Combobox
                    options={timeZones}
                    selected={timeZones.find((zone) => zone.value === settings.timeZone) ?? null}
                  />
                </Field>
                <LanguageFields languages={settings.languages} language={settings.language} />
              </Stack>
            </Card>
            <Card title={t("rules")}>
              <div className="grid gap-5 sm:grid-cols-2">
                <Field
                  name="quarantineDays"
                  label={t("quarantineDays")}
                  hint={t("quarantineDaysHint")}
                  required
                >
                  <TextInput
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={365}
                    defaultValue={settings.quarantineDays}
                    className="max-w-28"
                  />
                </Field>
                <Field name="minimumN" label={t("minimumN")} hint={t("minimumNHint")} required>
                  <TextInput
                    type="number"
                    inputMode="numeric"
                    min={1}
                    max={100}
                    defaultValue={settings.minimumN}
                    className="max-w-28"
                  />
                </Field>
              </div>
            </Card>
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </ActionForm>
          <LogoCard logoUrl={settings.logoUrl} name={settings.name} />
        </Stack>
      </ClientMessages>
    </>
  );
}
