"use client";

import { useTranslations } from "next-intl";
import { VersionsCard } from "@/ui/draft/versions-card";
import { useOrganizationSlug } from "@/ui/organization-context";

/** A published version with its time already written out. */
export type FormVersionRow = {
  number: number;
  publishedAt: string;
  publishedAtText: string;
  publishedBy: string | null;
  audits: number;
};

/** What has been published and when; each version can be read as it was and compared with the one before. */
export function FormVersions({ formId, versions }: { formId: string; versions: FormVersionRow[] }) {
  const t = useTranslations("auditForms.versions");
  const slug = useOrganizationSlug();
  const path = `/o/${slug}/audit-forms/${formId}`;
  return (
    <VersionsCard
      title={t("title")}
      description={t("about")}
      none={t("none")}
      versions={versions.map(({ audits, ...version }) => ({
        ...version,
        name: t("number", { number: version.number }),
        href: `${path}/versions/${version.number}`,
        remark: t("audits", { count: audits }),
        changes:
          version.number > 1
            ? {
                href: `${path}/compare?from=${version.number - 1}&to=${version.number}`,
                label: t("whatChanged", { number: version.number - 1 }),
              }
            : undefined,
      }))}
    />
  );
}
