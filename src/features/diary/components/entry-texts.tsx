import { useTranslations } from "next-intl";
import type { DiaryEntry } from "../schema";
import { FeelingChanges } from "./feeling-change";

/** What an entry says: feelings, deed and intention; parts that were left out are not shown. */
export function EntryTexts({
  entry,
  writer,
}: {
  entry: Omit<DiaryEntry, "sharedWith" | "encounter">;
  /** Who wrote it where somebody else reads it. */
  writer?: string;
}) {
  const t = useTranslations("diary");
  return (
    <div className="flex flex-col gap-4">
      <FeelingChanges entry={entry} writer={writer} />
      {entry.whatIDid && <Words title={t("form.whatIDid")} text={entry.whatIDid} />}
      {entry.nextTime && <Words title={t("form.nextTime")} text={entry.nextTime} />}
    </div>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="text-sm font-medium text-muted">{title}</p>
      <p className="mt-0.5 max-w-prose break-words whitespace-pre-line">{text}</p>
    </div>
  );
}
