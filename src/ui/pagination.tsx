import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClasses } from "./button-style";
import { joinClasses } from "./join-classes";
import { findPageRange, listPageLinks } from "./page-links";

export type PaginationProps = {
  page: number;
  pageSize: number;
  total: number;
  /** Address of a page, with the other parameters kept: see `searchHref`. */
  href: (page: number) => string;
};

/** Links to the pages of a long list, with how much there is. */
export function Pagination({ page, pageSize, total, href }: PaginationProps) {
  const t = useTranslations("ui");
  const format = useFormatter();
  const pageCount = Math.ceil(total / pageSize);
  const { from, to } = findPageRange(page, pageSize, total);

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className="text-sm text-muted tabular-nums">{t("pagination.range", { from, to, total })}</p>
      {pageCount > 1 && (
        <nav aria-label={t("pagination.label")} className="flex items-center gap-1">
          <Step href={page > 1 ? href(page - 1) : undefined} label={t("pagination.previous")}>
            <ChevronLeft aria-hidden className="size-4" />
          </Step>
          <ol className="hidden items-center gap-1 sm:flex">
            {listPageLinks(page, pageCount).map((one, index, all) => (
              <li key={one ?? `gap after ${all[index - 1]}`}>
                {one === null ? (
                  <span className="px-1 text-muted">…</span>
                ) : (
                  <Link
                    href={href(one)}
                    aria-label={t("pagination.page", { page: one })}
                    aria-current={one === page ? "page" : undefined}
                    className={joinClasses(
                      "control-height-small inline-grid min-w-8 place-items-center rounded-md px-2 text-sm font-medium tabular-nums",
                      one === page
                        ? "bg-accent-soft text-accent-ink"
                        : "text-muted hover:bg-hover hover:text-ink",
                    )}
                  >
                    {format.number(one)}
                  </Link>
                )}
              </li>
            ))}
          </ol>
          <Step href={page < pageCount ? href(page + 1) : undefined} label={t("pagination.next")}>
            <ChevronRight aria-hidden className="size-4" />
          </Step>
        </nav>
      )}
    </div>
  );
}

function Step({ href, label, children }: { href: string | undefined; label: string; children: ReactNode }) {
  if (!href) {
    return (
      <span aria-hidden className={buttonClasses("ghost", "small", true, "opacity-40 pointer-events-none")}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} aria-label={label} className={buttonClasses("ghost", "small", true)}>
      {children}
    </Link>
  );
}
