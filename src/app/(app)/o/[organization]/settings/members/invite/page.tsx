import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { inviteMemberAction } from "@/features/organizations/actions/members";
import { AccessFields } from "@/features/organizations/components/access-fields";
import { SCREEN_LANGUAGES } from "@/features/organizations/components/public-frame";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field, FieldGroup } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { SegmentedControl } from "@/ui/radio-group";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("invite.title") };
}

export default async function InviteMemberPage({
  params,
}: PageProps<"/o/[organization]/settings/members/invite">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "members.manage");
  const t = await getTranslations("members");
  const [locations, employees] = await Promise.all([listLocationOptions(scope), listEmployeeOptions(scope)]);
  const path = `/o/${organization}/settings/members`;
  return (
    <>
      <PageHeader
        title={t("invite.title")}
        description={t("invite.description")}
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      <Card className="max-w-3xl">
        <ClientMessages namespaces={["members"]}>
          <ActionForm action={inviteMemberAction} redirectTo={path} successMessage={t("invite.sent")}>
            <Field name="email" label={t("list.email")} required className="max-w-md">
              <TextInput type="email" autoComplete="off" autoFocus />
            </Field>
            <AccessFields
              current={{ role: "manager", allLocations: true, locationIds: [], employee: null }}
              locations={locations}
              employees={employees.map(({ id, name, locationName }) => ({
                value: id,
                label: name,
                detail: locationName,
              }))}
            />
            <FieldGroup name="language" label={t("invite.language")}>
              <SegmentedControl
                defaultValue={await getLocale()}
                choices={SCREEN_LANGUAGES.map(({ code, label }) => ({
                  value: code,
                  label: <span lang={code}>{label}</span>,
                }))}
              />
            </FieldGroup>
            <Row>
              <SubmitButton pendingText={t("invite.sending")}>{t("invite.submit")}</SubmitButton>
              <LinkButton href={path} variant="ghost">
                {t("cancel")}
              </LinkButton>
            </Row>
          </ActionForm>
        </ClientMessages>
      </Card>
    </>
  );
}
