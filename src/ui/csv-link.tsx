import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClasses } from "./button-style";

/** Downloads what is on screen as CSV. `label` says what, where a page has several. */
export function CsvLink({ href, label }: { href: string; label?: string }) {
  const t = useTranslations("ui");
  return (
    <a
      href={href}
      download
      aria-label={label ? `CSV: ${label}` : t("action.downloadCsv")}
      className={buttonClasses("ghost", "small", false, "print:hidden")}
    >
      <Download aria-hidden className="size-4" />
      CSV
    </a>
  );
}
