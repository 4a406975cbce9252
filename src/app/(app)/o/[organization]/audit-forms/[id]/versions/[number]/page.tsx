import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FormReading } from "@/features/audit-forms/components/form-reading";
import { writeVersions } from "@/features/audit-forms/components/write-versions";
import { getAuditFormVersionByNumber } from "@/features/audit-forms/queries/get-audit-form-version-by-number";
import { getFormOrganization } from "@/features/audit-forms/queries/get-form-organization";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Callout } from "@/ui/callout";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";

type Props = PageProps<"/o/[organization]/audit-forms/[id]/versions/[number]">;

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("auditForms");
  return { title: t("versions.number", { number: (await params).number }) };
}

/** A published version as it was, in every language, to be tried out. */
export default async function AuditFormVersionPage({ params }: Props) {
  const { organization, id, number: given } = await params;
  const scope = await requireScope(organization, "audit-forms.manage");
  const number = versionNumber.safeParse(given);
  if (!number.success || !idInput.safeParse(id).success) notFound();
  const { formName, definition, ...published } = await orNotFound(
    getAuditFormVersionByNumber(scope, id, number.data),
  );
  const [written] = await writeVersions([published], scope.timeZone);
  const t = await getTranslations("auditForms");
  const forms = `/o/${organization}/audit-forms`;
  const when = written?.publishedAtText ?? "";

  return (
    <ClientMessages namespaces={["auditForms", "audits", "common"]}>
      <PageHeader
        title={t("versions.number", { number: published.number })}
        description={
          published.publishedBy
            ? t("versions.publishedBy", { when, name: published.publishedBy })
            : t("versions.published", { when })
        }
        breadcrumbs={[
          { label: t("title"), href: forms },
          { label: formName, href: `${forms}/${id}` },
        ]}
        actions={
          published.number > 1 && (
            <LinkButton href={`${forms}/${id}/compare?from=${published.number - 1}&to=${published.number}`}>
              {t("versions.compareWithPrevious")}
            </LinkButton>
          )
        }
      />
      <Callout className="mb-6">{t("versions.readOnly")}</Callout>
      <FormReading
        definition={definition}
        organization={await getFormOrganization(scope)}
        behaviours={await listBehaviours(scope, { includeArchived: true })}
      />
    </ClientMessages>
  );
}
