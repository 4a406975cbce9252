import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { releaseAuditAction, takeAuditAction } from "@/features/audits/review/actions";
import { AuditKindBadge, AuditStatusBadge } from "@/features/audits/review/components/audit-status";
import { Desk } from "@/features/audits/review/components/desk";
import { getReview, type Review } from "@/features/audits/review/queries/get-review";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { ActionButton } from "@/ui/action-button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { KeyValueList } from "@/ui/key-value-list";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditReview.desk"))("title") };
}

export default async function ReviewPage({ params }: PageProps<"/o/[organization]/audits/[id]/review">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "audits.review");
  if (!idInput.safeParse(id).success) notFound();
  const review = await orNotFound(getReview(scope, id));
  const [t, times] = await Promise.all([getTranslations("auditReview"), getTimeTexts(scope.timeZone)]);
  const { head, audit } = review;
  const path = `/o/${organization}/audits`;
  const visit = head.visitStartedAt ? times.moment(head.visitStartedAt) : t("noVisit");

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: path }]}
        title={`${head.location.name}, ${head.touchpoint.name}`}
        description={`${visit} · ${head.formName}`}
        badge={<AuditStatusBadge row={head} />}
        actions={
          <>
            {review.mayRelease && (
              <ConfirmButton
                action={releaseAuditAction}
                input={{ auditId: id }}
                confirmTitle={t("desk.releaseTitle")}
                consequences={t("desk.releaseText")}
                confirmLabel={t("desk.release")}
                confirmVariant="primary"
                successMessage={t("desk.released")}
              >
                {t("desk.release")}
              </ConfirmButton>
            )}
            {audit && <LinkButton href={`${path}/${id}`}>{t("desk.toReport")}</LinkButton>}
          </>
        }
      />
      <Stack gap="large">
        <StateCallout review={review} t={t} />
        {audit ? (
          <Desk scope={scope} review={{ ...review, audit }} filesHref={`${path}/${id}/files`} />
        ) : (
          <Card title={t("desk.facts")}>
            <KeyValueList
              items={[
                { label: t("columns.kind"), value: <AuditKindBadge kind={head.kind} /> },
                { label: t("columns.auditor"), value: head.auditor.name },
                { label: t("columns.employee"), value: head.employee?.name ?? t("notNamed") },
                {
                  label: t("columns.sent"),
                  value: head.submittedAt ? times.moment(head.submittedAt) : "–",
                },
              ]}
            />
          </Card>
        )}
      </Stack>
    </>
  );
}

/** What is to be done next, or why nothing can be. */
function StateCallout({
  review,
  t,
}: {
  review: Review;
  t: Awaited<ReturnType<typeof getTranslations<"auditReview">>>;
}) {
  const { head } = review;
  if (review.mayTake) {
    return (
      <Callout
        title={t("desk.takeTitle")}
        actions={
          <ActionButton
            variant="primary"
            action={takeAuditAction}
            input={{ auditId: head.id }}
            successMessage={t("desk.taken")}
          >
            {t("desk.take")}
          </ActionButton>
        }
      >
        {t("desk.takeText")}
      </Callout>
    );
  }
  if (head.status === "published") return <Callout tone="done">{t("desk.published")}</Callout>;
  if (review.isOwnVisit) return <Callout>{t("desk.ownVisit")}</Callout>;
  if (head.status === "returned") return <Callout>{t("desk.returned")}</Callout>;
  if (head.status === "in_review" && !review.isMine) {
    return <Callout>{t("desk.withOther", { name: head.reviewerName ?? "" })}</Callout>;
  }
  return null;
}
