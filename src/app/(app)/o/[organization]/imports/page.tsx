import { redirect } from "next/navigation";
import { requireScope } from "@/server/session";

/** Where imports start: answers for those who see the whole organization, encounters for the others. */
export default async function ImportsPage({ params }: PageProps<"/o/[organization]/imports">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "encounters.import");
  const base = `/o/${organization}/imports`;
  redirect(scope.locationIds === null ? `${base}/answers/new` : `${base}/new?kind=encounters`);
}
