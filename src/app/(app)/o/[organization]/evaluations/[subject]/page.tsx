import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { formatDay, formatDays } from "@/features/audit-programmes/windows";
import { SubjectRaters } from "@/features/evaluation-cycles/raters/components/subject-raters";
import { getSubjectRaters } from "@/features/evaluation-cycles/raters/queries/get-subject-raters";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { PageHeader } from "@/ui/page-header";

type Props = PageProps<"/o/[organization]/evaluations/[subject]">;

/** The subject of an address with its raters, read once for the page and its title. */
const loadRaters = cache(async (organization: string, subjectId: string) => {
  const scope = await requireScope(organization, "evaluations.take-part");
  if (!idInput.safeParse(subjectId).success) notFound();
  return { scope, raters: await orNotFound(getSubjectRaters(scope, subjectId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, subject } = await params;
  const [{ raters }, t] = await Promise.all([
    loadRaters(organization, subject),
    getTranslations("evaluationRaters.page"),
  ]);
  return { title: t("title", { name: raters.name }) };
}

/** The raters of one subject: proposed, approved, taken off. */
export default async function SubjectRatersPage({ params }: Props) {
  const { organization, subject } = await params;
  const [{ raters }, t, locale] = await Promise.all([
    loadRaters(organization, subject),
    getTranslations("evaluationRaters"),
    getLocale(),
  ]);
  const { cycle, part } = raters;
  const time =
    cycle.status === "collecting"
      ? t("page.collects", { cycle: cycle.name, to: formatDay(cycle.closesOn, locale) })
      : t("page.opens", {
          cycle: cycle.name,
          days: formatDays(cycle.opensOn, cycle.closesOn, locale),
        });
  const until =
    part === "subject" && cycle.nominateUntil
      ? ` ${t("page.subjectUntil", { day: formatDay(cycle.nominateUntil, locale) })}`
      : "";
  const parent =
    part === "organizer"
      ? { label: cycle.name, href: `/o/${organization}/evaluation-cycles/${cycle.id}` }
      : { label: t("mine.title"), href: `/o/${organization}/evaluations` };
  return (
    <>
      <PageHeader
        title={t("page.title", { name: raters.name })}
        description={`${time}${until ? `.${until}` : ""}`}
        badge={<Badge>{t(`status.${cycle.status}`)}</Badge>}
        breadcrumbs={[parent]}
      />
      <ClientMessages namespaces={["evaluationRaters"]}>
        <SubjectRaters raters={raters} language={locale} />
      </ClientMessages>
    </>
  );
}
