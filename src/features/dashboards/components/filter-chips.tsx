import { X } from "lucide-react";
import Link from "next/link";
import type { Dashboard } from "@/features/dashboards/dashboard";
import type { Texts } from "@/features/dashboards/make-texts";
import type { Dimension, DimensionFilters } from "@/features/dashboards/schema";

/** The filters in force, each with a way out of it. Nothing when nothing is filtered. */
export function FilterChips({
  dashboard,
  dimensions,
  hrefWith,
  texts,
}: {
  dashboard: Pick<Dashboard, "choices" | "parameters">;
  /** What the page can be filtered by. */
  dimensions: readonly Dimension[];
  /** The page's address with these filters alone. */
  hrefWith: (filters: DimensionFilters) => string;
  texts: Texts;
}) {
  const { t } = texts;
  const { filters } = dashboard.parameters;
  const active = dimensions.flatMap((dimension) => {
    const value = filters[dimension];
    return value === undefined ? [] : [{ dimension, value }];
  });
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("filter.active")} className="flex flex-wrap items-center gap-2">
      {active.map(({ dimension, value }) => {
        const name = texts.nameOf(dashboard, dimension, value);
        const { [dimension]: _, ...rest } = filters;
        return (
          <li
            key={dimension}
            className="inline-flex max-w-full items-center rounded-md bg-accent-soft text-sm text-accent-ink"
          >
            <span className="min-w-0 truncate py-1 pl-2.5">
              {t(`dimension.${dimension}`)}: <span className="font-medium">{name}</span>
            </span>
            <Link
              href={hrefWith(rest)}
              scroll={false}
              aria-label={t("filter.remove", { name })}
              className="control-square grid shrink-0 place-items-center rounded-md hover:bg-hover"
            >
              <X aria-hidden className="size-4" />
            </Link>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <Link href={hrefWith({})} scroll={false} className="text-link text-sm">
            {t("filter.clear")}
          </Link>
        </li>
      )}
    </ul>
  );
}
