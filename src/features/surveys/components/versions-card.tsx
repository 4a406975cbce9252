"use client";

import { useTranslations } from "next-intl";
import { VersionsCard } from "@/ui/draft/versions-card";
import { useOrganizationSlug } from "@/ui/organization-context";

/** A published version with its time already written out. */
export type PublishedVersionRow = {
  number: number;
  publishedAt: string;
  publishedAtText: string;
  publishedBy: string | null;
};

/** What has been published and when; each version can be read as it was. */
export function SurveyVersions({
  surveyId,
  versions,
}: {
  surveyId: string;
  versions: PublishedVersionRow[];
}) {
  const t = useTranslations("surveys.versions");
  const slug = useOrganizationSlug();
  return (
    <VersionsCard
      title={t("title")}
      description={t("about")}
      none={t("none")}
      versions={versions.map((version, index) => ({
        ...version,
        name: t("number", { number: version.number }),
        href: `/o/${slug}/surveys/${surveyId}/versions/${version.number}`,
        remark: index === 0 ? t("newest") : undefined,
      }))}
    />
  );
}
