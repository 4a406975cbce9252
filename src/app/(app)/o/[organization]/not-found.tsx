import { getTranslations } from "next-intl/server";
import { NothingHere } from "@/features/organizations/components/nothing-here";

/** The same within an organization, where the navigation leads on. */
export default async function NotFoundInOrganizationPage() {
  const t = await getTranslations("common");
  return <NothingHere homeHref="/" homeLabel={t("notFound.toStart")} />;
}
