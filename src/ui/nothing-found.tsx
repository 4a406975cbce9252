import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "./empty-state";
import { LinkButton } from "./link-button";

/** In place of a list that the search and filters leave empty. */
export function NothingFound({ title, text, clearHref }: { title: string; text: string; clearHref: string }) {
  const t = useTranslations("ui");
  return (
    <EmptyState
      icon={<SearchX />}
      title={title}
      action={
        <LinkButton href={clearHref} scroll={false}>
          {t("filter.clear")}
        </LinkButton>
      }
    >
      {text}
    </EmptyState>
  );
}
