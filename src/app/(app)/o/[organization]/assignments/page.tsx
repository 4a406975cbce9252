import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyAssignments } from "@/features/audit-programmes/components/my-assignments";
import { requireScope } from "@/server/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("mine.title") };
}

/** One's own visits, for owners and managers who make some; a consultant's first page shows the same. */
export default async function AssignmentsPage({ params }: PageProps<"/o/[organization]/assignments">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audit-assignments.answer");
  return <MyAssignments scope={scope} slug={organization} />;
}
