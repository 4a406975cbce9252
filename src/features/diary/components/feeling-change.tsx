import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DiaryEntry } from "../schema";

/** How it felt to both, from start to end: "Minä: jännittynyt → rauhallinen". Nothing where nothing was chosen. */
export function FeelingChanges({
  entry,
  writer,
}: {
  entry: Pick<
    DiaryEntry,
    "ownFeelingAtStart" | "ownFeelingAtEnd" | "customerFeelingAtStart" | "customerFeelingAtEnd"
  >;
  /** Whose feelings they are where somebody else reads them; else "me". */
  writer?: string;
}) {
  const t = useTranslations("diary");
  const people = [
    { who: writer ?? t("own"), start: entry.ownFeelingAtStart, end: entry.ownFeelingAtEnd },
    { who: t("customer"), start: entry.customerFeelingAtStart, end: entry.customerFeelingAtEnd },
  ].filter(({ start, end }) => start || end);
  if (people.length === 0) return null;
  const word = (feeling: DiaryEntry["ownFeelingAtStart"]) =>
    feeling ? t(`feelings.${feeling}`) : t("notSaid");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {people.map(({ who, start, end }) => (
        <li key={who} className="flex items-center gap-1.5">
          <span className="text-muted">{who}</span>
          <span className="font-medium">{word(start)}</span>
          <ArrowRight aria-hidden className="size-3.5 text-muted" />
          <span className="sr-only">{t("thenAtEnd")}</span>
          <span className="font-medium">{word(end)}</span>
        </li>
      ))}
    </ul>
  );
}
