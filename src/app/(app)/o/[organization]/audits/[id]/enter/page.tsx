import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditEntry } from "@/features/audits/components/entry/audit-entry";
import { toEntryView } from "@/features/audits/components/entry/entry-view";
import { LeftOnDevice } from "@/features/audits/components/entry/left-on-device";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("entry.steps.visit") };
}

/** Where its auditor enters an audit; once it is submitted, the way to reading it. */
export default async function EnterAuditPage({ params }: PageProps<"/o/[organization]/audits/[id]/enter">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "audits.enter");
  if (!idInput.safeParse(id).success) notFound();
  // Before it is read, so that nothing saved meanwhile is taken for older than the page.
  const readAt = new Date().toISOString();
  const audit = await orNotFound(getAuditEntry(scope, id));
  const t = await getTranslations("audits");
  const path = `/o/${organization}`;
  const view = toEntryView(audit, { timeZone: scope.timeZone, readAt });

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[{ label: t("entry.back"), href: `${path}/audits` }]}
        title={t("entry.title", { touchpoint: audit.touchpoint.name, location: audit.location.name })}
        description={
          audit.programme ? `${audit.programme.name} · ${audit.form.formName}` : audit.form.formName
        }
        badge={
          <Badge tone={audit.kind === "observation" ? "signal" : "neutral"}>
            {t(`entry.kind.${audit.kind}`)}
          </Badge>
        }
        actions={
          audit.assignmentId &&
          audit.canEdit && (
            <LinkButton className="min-h-12" href={`${path}/assignments/${audit.assignmentId}`}>
              {t("entry.brief")}
            </LinkButton>
          )
        }
      />
      <ClientMessages namespaces={["audits"]}>
        {audit.canEdit ? (
          <Stack gap="medium">
            {view.isReturned && (
              <Callout tone="warning" title={t("entry.returned")}>
                {t("entry.returnedText", { count: view.remarks.length })}
              </Callout>
            )}
            <AuditEntry view={view} />
          </Stack>
        ) : (
          <Stack gap="medium">
            <Callout
              tone="done"
              title={t("entry.submittedTitle")}
              actions={<LinkButton href={`${path}/audits/${id}`}>{t("entry.read")}</LinkButton>}
            >
              {t("entry.submittedText")}
            </Callout>
            <LeftOnDevice memberId={view.memberId} auditId={id} />
          </Stack>
        )}
      </ClientMessages>
    </div>
  );
}
