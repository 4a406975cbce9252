import { Download } from "lucide-react";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import type { Texts } from "@/features/dashboards/make-texts";
import { buttonClasses } from "@/ui/button-style";

/** The figures at the top of the page as CSV. */
export function HeadlinesDownload({ dashboard, texts }: { dashboard: Dashboard; texts: Texts }) {
  return (
    <a
      href={exportHref(dashboard, "headlines")}
      download
      className={buttonClasses("secondary", "medium", false, "print:hidden")}
    >
      <Download aria-hidden className="size-4" />
      {texts.t("headlines.download")}
    </a>
  );
}
