import { getTranslations } from "next-intl/server";
import { ImportKind } from "@/generated/prisma/enums";
import { Tabs } from "@/ui/tabs";

/** What can be imported: a tab for each, answers only for those who see the whole organization. */
export async function ImportTabs({
  base,
  current,
  hasAnswers,
}: {
  base: string;
  current: ImportKind | "answers";
  hasAnswers: boolean;
}) {
  const [t, answers] = await Promise.all([getTranslations("imports"), getTranslations("answerImports")]);
  const kinds = Object.values(ImportKind).map((kind) => ({
    href: `${base}/new?kind=${kind}`,
    label: t(`kinds.${kind}`),
    current: kind === current,
  }));
  const answersTab = {
    href: `${base}/answers/new`,
    label: answers("tab"),
    current: current === "answers",
  };
  return <Tabs label={t("new.what")} items={hasAnswers ? [...kinds, answersTab] : kinds} />;
}
