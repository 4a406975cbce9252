import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { AssignmentStateBadge } from "@/features/audit-programmes/components/assignment-state-badge";
import { AssignmentView } from "@/features/audit-programmes/components/assignment-view";
import { StartVisitButton } from "@/features/audit-programmes/components/start-visit-button";
import { getAssignment } from "@/features/audit-programmes/queries/get-assignment";
import { startAuditAction } from "@/features/audits/actions";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

type Props = PageProps<"/o/[organization]/assignments/[id]">;

/** The assignment of an address, read once for the page and its title. */
const loadAssignment = cache(async (organization: string, assignmentId: string) => {
  const scope = await requireScope(organization, "audit-assignments.answer");
  if (!idInput.safeParse(assignmentId).success) notFound();
  return { scope, assignment: await orNotFound(getAssignment(scope, assignmentId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { assignment } = await loadAssignment(organization, id);
  return { title: assignment.location.name };
}

/** A visit with its briefing: accept it, pass the quiz, start. */
export default async function AssignmentPage({ params }: Props) {
  const { organization, id } = await params;
  const { scope, assignment } = await loadAssignment(organization, id);
  const t = await getTranslations("programmes");
  const { programme, isOwn } = assignment;
  const parent = isOwn
    ? {
        label: t("mine.title"),
        href: `/o/${organization}${scope.role === "consultant" ? "" : "/assignments"}`,
      }
    : { label: programme.name, href: `/o/${organization}/programmes/${programme.id}?tab=plan` };
  return (
    <>
      <PageHeader
        title={assignment.location.name}
        description={`${assignment.touchpoint.name} · ${programme.name}`}
        badge={<AssignmentStateBadge state={assignment.state} />}
        breadcrumbs={[parent]}
      />
      <ClientMessages namespaces={["programmes"]}>
        <AssignmentView
          assignment={assignment}
          slug={organization}
          timeZone={scope.timeZone}
          start={<StartVisitButton assignmentId={assignment.id} action={startAuditAction} />}
        />
      </ClientMessages>
    </>
  );
}
