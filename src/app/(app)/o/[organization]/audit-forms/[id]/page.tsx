import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FormBuilder } from "@/features/audit-forms/components/builder/form-builder";
import { ReadOnlyForm } from "@/features/audit-forms/components/read-only-form";
import { writeVersions } from "@/features/audit-forms/components/write-versions";
import { getAuditForm } from "@/features/audit-forms/queries/get-audit-form";
import { getFormOrganization } from "@/features/audit-forms/queries/get-form-organization";
import { listAuditFormVersions } from "@/features/audit-forms/queries/list-audit-form-versions";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

type Props = PageProps<"/o/[organization]/audit-forms/[id]">;

/** The form of an address, read once for the page and its title. */
const loadForm = cache(async (organization: string, formId: string) => {
  const scope = await requireScope(organization, "audit-forms.manage");
  if (!idInput.safeParse(formId).success) notFound();
  return { scope, form: await orNotFound(getAuditForm(scope, formId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { form } = await loadForm(organization, id);
  return { title: form.settings.name };
}

/** The builder; for managers limited to locations, and for archived forms, the same to be read only. */
export default async function AuditFormPage({ params }: Props) {
  const { organization, id } = await params;
  const { scope, form } = await loadForm(organization, id);
  const facts = {
    form,
    organization: await getFormOrganization(scope),
    behaviours: await listBehaviours(scope, { includeArchived: true }),
    encounterTypes: await listEncounterTypeOptions(scope, { includeArchived: true }),
    touchpoints: await listTouchpointOptions(scope, { includeArchived: true }),
    versions: await writeVersions(await listAuditFormVersions(scope, id), scope.timeZone),
  };
  const isLimited = scope.locationIds !== null;

  return (
    <ClientMessages namespaces={["auditForms", "audits", "common"]}>
      {isLimited || form.status === "archived" ? (
        <ReadOnlyForm {...facts} slug={organization} isLimited={isLimited} />
      ) : (
        <FormBuilder {...facts} />
      )}
    </ClientMessages>
  );
}
