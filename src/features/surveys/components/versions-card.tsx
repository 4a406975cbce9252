"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { Moment } from "@/ui/moment";
import { useOrganizationSlug } from "@/ui/organization-context";

/** A published version with its time already written out. */
export type PublishedVersionRow = {
  number: number;
  publishedAt: string;
  publishedAtText: string;
  publishedBy: string | null;
};

/** What has been published and when; each version can be read as it was. */
export function VersionsCard({ surveyId, versions }: { surveyId: string; versions: PublishedVersionRow[] }) {
  const t = useTranslations("surveys");
  const slug = useOrganizationSlug();
  return (
    <Card title={t("versions.title")} description={t("versions.about")} flush={versions.length > 0}>
      {versions.length === 0 ? (
        <p className="text-muted">{t("versions.none")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-t border-line">
          {versions.map((version, index) => (
            <li
              key={version.number}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 sm:px-5"
            >
              <Link className="text-link" href={`/o/${slug}/surveys/${surveyId}/versions/${version.number}`}>
                {t("versions.number", { number: version.number })}
              </Link>
              <span className="text-muted">
                <Moment iso={version.publishedAt} text={version.publishedAtText} />
                {version.publishedBy && `, ${version.publishedBy}`}
              </span>
              {index === 0 && <span className="text-sm text-muted">{t("versions.newest")}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
