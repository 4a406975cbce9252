"use client";

import { useTranslations } from "next-intl";
import { VersionsCard } from "@/ui/draft/versions-card";
import { useOrganizationSlug } from "@/ui/organization-context";

/** A published version with its time already written out. */
export type FrameworkVersionRow = {
  number: number;
  publishedAt: string;
  publishedAtText: string;
  publishedBy: string | null;
  cycles: number;
};

/** What has been published and when, and how many cycles were held with it. */
export function FrameworkVersions({
  frameworkId,
  versions,
}: {
  frameworkId: string;
  versions: FrameworkVersionRow[];
}) {
  const t = useTranslations("evaluationFrameworks.versions");
  const slug = useOrganizationSlug();
  return (
    <VersionsCard
      title={t("title")}
      description={t("about")}
      none={t("none")}
      versions={versions.map(({ cycles, ...version }) => ({
        ...version,
        name: t("number", { number: version.number }),
        href: `/o/${slug}/evaluation-frameworks/${frameworkId}/versions/${version.number}`,
        remark: t("cycles", { count: cycles }),
      }))}
    />
  );
}
