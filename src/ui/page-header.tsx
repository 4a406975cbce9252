import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Breadcrumb = { label: string; href: string };

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a status badge. */
  badge?: ReactNode;
  /** Buttons; the primary one last. */
  actions?: ReactNode;
  /** The way here, without the page itself. */
  breadcrumbs?: Breadcrumb[];
};

/** The top of a page with its only h1. */
export function PageHeader({ title, description, badge, actions, breadcrumbs }: PageHeaderProps) {
  const t = useTranslations("ui");
  return (
    <header className="mb-6">
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label={t("navigation.breadcrumbs")} className="mb-1.5">
          <ol className="flex flex-wrap items-center gap-x-1 text-sm text-muted">
            {breadcrumbs.map((crumb) => (
              <li key={`${crumb.href} ${crumb.label}`} className="flex items-center gap-x-1">
                <Link href={crumb.href} className="inline-block py-1 hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <div className="min-w-0 flex-[1_1_20rem]">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl font-semibold tracking-tight text-ink">{title}</h1>
            {badge}
          </div>
          {description && <p className="mt-1 max-w-prose text-pretty text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
