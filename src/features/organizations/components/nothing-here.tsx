import { MapPinOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/link-button";

/** What stands where a page is missing, foreign or not for one's role. */
export async function NothingHere({ homeHref, homeLabel }: { homeHref: string; homeLabel: string }) {
  const t = await getTranslations("common");
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
      <div
        aria-hidden
        className="mb-2 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent-ink [&_svg]:size-6"
      >
        <MapPinOff />
      </div>
      <h1 className="text-2xl font-semibold tracking-tight text-ink">{t("notFound.title")}</h1>
      <p className="text-pretty text-muted">{t("notFound.text")}</p>
      <LinkButton href={homeHref} variant="primary" className="mt-3">
        {homeLabel}
      </LinkButton>
    </div>
  );
}
