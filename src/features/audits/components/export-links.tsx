import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClasses } from "@/ui/button-style";
import { searchHref } from "@/ui/search-href";
import { AUDIT_TABLES } from "../export/audit-sheets";

/** Saves the published audits of a list, their sections or their items as CSV, under the list's filters. */
export function ExportLinks({
  path,
  search,
}: {
  /** Where the list is. */
  path: string;
  search: Parameters<typeof searchHref>[1];
}) {
  const t = useTranslations("auditReport");
  return (
    <p className="flex flex-wrap items-center gap-x-1 print:hidden">
      {AUDIT_TABLES.map((table) => (
        <a
          key={table}
          href={searchHref(`${path}/export`, search, { table, tab: null, page: null })}
          download
          className={buttonClasses("ghost", "small", false)}
        >
          <Download aria-hidden className="size-4" />
          {t("export.csvOf", { name: t(`export.table.${table}`) })}
        </a>
      ))}
    </p>
  );
}
