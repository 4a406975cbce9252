import { Download, Eye, MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditConversation } from "@/features/audits/appeals/components/audit-conversation";
import { Report } from "@/features/audits/components/report/report";
import { getAuditReport } from "@/features/audits/queries/get-audit-report";
import { buildAuditReport } from "@/features/audits/report/build-audit-report";
import { id as idInput } from "@/server/input";
import { hasPermission } from "@/server/permissions";
import { orNotFound, requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { buttonClasses } from "@/ui/button-style";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";

type Props = PageProps<"/o/[organization]/audits/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditReport"))("title") };
}

/** The report of an audit; its auditor, as long as it is to be written, goes on writing. */
export default async function AuditPage({ params }: Props) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "audits.read");
  if (!idInput.safeParse(id).success) notFound();
  const source = await orNotFound(getAuditReport(scope, id));
  const path = `/o/${organization}/audits`;
  const isToWrite = source.status === "draft" || source.status === "returned";
  if (isToWrite && source.auditor.memberId === scope.memberId) redirect(`${path}/${id}/enter`);

  const [locale, t, talk, common, navigation] = await Promise.all([
    getLocale(),
    getTranslations("auditReport"),
    getTranslations("auditReview.talk"),
    getTranslations("common"),
    getTranslations("navigation"),
  ]);
  const report = buildAuditReport(source, locale, scope.timeZone);
  const isToReview =
    hasPermission(scope.role, "audits.review") &&
    scope.locationIds === null &&
    (source.status === "submitted" || source.status === "in_review");

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: navigation("audits"), href: path }]}
        title={report.subject}
        description={report.formName}
        badge={
          <Badge
            tone={report.isObservation ? "accent" : "neutral"}
            icon={report.isObservation && <Eye aria-hidden className="size-3.5" />}
          >
            {report.kindText}
          </Badge>
        }
        actions={
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            {source.status === "published" && (
              <a href="#conversation" className={buttonClasses("ghost", "medium", false)}>
                <MessagesSquare aria-hidden className="size-4" />
                {talk("title")}
              </a>
            )}
            {(["fi", "en"] as const).map((language) => (
              <a
                key={language}
                href={`${path}/${id}/report.pdf?language=${language}`}
                download
                className={buttonClasses(language === locale ? "secondary" : "ghost", "medium", false)}
              >
                <Download aria-hidden className="size-4" />
                {t(language === locale ? "page.download" : "page.downloadIn", {
                  language: common(`language.${language}`),
                })}
              </a>
            ))}
            {isToReview && (
              <LinkButton variant="primary" href={`${path}/${id}/review`}>
                {t("page.toReview")}
              </LinkButton>
            )}
          </div>
        }
      />
      <Report report={report} filesHref={`${path}/${id}/files`}>
        <AuditConversation scope={scope} auditId={id} />
      </Report>
    </>
  );
}
