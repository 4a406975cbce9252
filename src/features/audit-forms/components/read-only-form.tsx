import { getTranslations } from "next-intl/server";
import type { Behaviour } from "@/features/behaviours/schema";
import { Callout } from "@/ui/callout";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import type { AuditFormDetails, FormOrganization } from "../schema";
import { RestoreButton } from "./archive-button";
import type { BindingOptions } from "./builder/settings-section";
import { FormReading } from "./form-reading";
import { FormStatus } from "./form-status";
import { type FormVersionRow, FormVersions } from "./versions-card";

/** A form that cannot be changed: it is in the archive, or the reader's role is limited to some locations. */
export async function ReadOnlyForm({
  form,
  organization,
  behaviours,
  touchpoints,
  encounterTypes,
  versions,
  slug,
  isLimited,
}: BindingOptions & {
  form: AuditFormDetails;
  organization: FormOrganization;
  behaviours: Behaviour[];
  versions: FormVersionRow[];
  slug: string;
  isLimited: boolean;
}) {
  const t = await getTranslations("auditForms");
  const isArchived = form.status === "archived";
  const namesOf = (options: { id: string; name: string }[], ids: string[]) =>
    options
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  const { touchpointIds, encounterTypeIds } = form.settings;
  return (
    <>
      <PageHeader
        title={form.settings.name}
        badge={<FormStatus status={form.status} />}
        breadcrumbs={[{ label: t("title"), href: `/o/${slug}/audit-forms` }]}
        actions={isArchived && !isLimited && <RestoreButton formId={form.id} />}
      />
      <Stack gap="large">
        {isLimited && <Callout>{t("reading.limited")}</Callout>}
        {isArchived && <Callout title={t("restore.note")} />}
        <FormReading
          definition={form.definition}
          organization={organization}
          behaviours={behaviours}
          settings={[
            {
              label: t("settings.touchpointIds.label"),
              value: namesOf(touchpoints, touchpointIds) || t("settings.touchpointIds.all"),
            },
            {
              label: t("settings.encounterTypeIds.label"),
              value: namesOf(encounterTypes, encounterTypeIds) || t("settings.encounterTypeIds.all"),
            },
          ]}
        />
        <FormVersions formId={form.id} versions={versions} />
      </Stack>
    </>
  );
}
