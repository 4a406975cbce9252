import { getTranslations } from "next-intl/server";
import { Brand } from "@/features/organizations/components/brand";
import { NothingHere } from "@/features/organizations/components/nothing-here";

/** Nothing at this address, or nothing for this reader: the two are never told apart. */
export default async function NotFoundPage() {
  const t = await getTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="px-5 py-5">
        <Brand />
      </header>
      <main className="grid flex-1 place-items-center pb-24">
        <NothingHere homeHref="/" homeLabel={t("notFound.toStart")} />
      </main>
    </div>
  );
}
