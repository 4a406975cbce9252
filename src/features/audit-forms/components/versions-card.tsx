"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { Moment } from "@/ui/moment";
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
export function VersionsCard({ formId, versions }: { formId: string; versions: FormVersionRow[] }) {
  const t = useTranslations("auditForms.versions");
  const slug = useOrganizationSlug();
  const path = `/o/${slug}/audit-forms/${formId}`;
  return (
    <Card title={t("title")} description={t("about")} flush={versions.length > 0}>
      {versions.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line border-t border-line">
          {versions.map(({ number, publishedAt, publishedAtText, publishedBy, audits }) => (
            <li key={number} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 sm:px-5">
              <Link className="text-link" href={`${path}/versions/${number}`}>
                {t("number", { number })}
              </Link>
              <span className="text-muted">
                <Moment iso={publishedAt} text={publishedAtText} />
                {publishedBy && `, ${publishedBy}`}
              </span>
              <span className="text-sm text-muted">{t("audits", { count: audits })}</span>
              {number > 1 && (
                <Link
                  className="text-link sm:ml-auto"
                  href={`${path}/compare?from=${number - 1}&to=${number}`}
                >
                  {t("whatChanged", { number: number - 1 })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
