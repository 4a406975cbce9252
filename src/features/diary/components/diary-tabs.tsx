import { getTranslations } from "next-intl/server";
import { Tabs } from "@/ui/tabs";

/** The diary's pages; the first two belong to who writes one. */
export async function DiaryTabs({
  path,
  isWriter,
  shared,
}: {
  path: string;
  isWriter: boolean;
  shared: number;
}) {
  const t = await getTranslations("diary");
  return (
    <Tabs
      label={t("title")}
      items={[
        ...(isWriter
          ? [
              { href: path, label: t("tabs.own") },
              { href: `${path}/patterns`, label: t("tabs.patterns") },
            ]
          : []),
        { href: `${path}/shared`, label: t("tabs.shared", { count: shared }) },
      ]}
    />
  );
}
