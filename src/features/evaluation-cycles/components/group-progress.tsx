import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge";
import type { GroupProgress } from "../queries/list-cycle-subjects";
import { isFilledByItself } from "../rules";
import type { EvaluationCycleStatus } from "../schema";

/**
 * How far a subject is, group by group: while raters are chosen how many there are, from collecting on whether enough have
 * answered. Never how many, nor who.
 */
export function GroupProgressList({
  groups,
  status,
}: {
  groups: GroupProgress[];
  status: EvaluationCycleStatus;
}) {
  const t = useTranslations("evaluationCycles");
  const isAnswered = status === "collecting" || status === "closed";
  if (status === "cancelled") return "–";
  return (
    <ul className="flex flex-col gap-1">
      {groups.map((progress) => {
        const { group, asked, proposed, minimum, isEnough } = progress;
        if (isFilledByItself(group)) {
          // Asked by themselves when the cycle opens; worth a word only where nobody was.
          if (!isAnswered || asked > 0) return null;
          return (
            <li key={group}>
              <span className="text-muted">{t(`groups.${group}`)}</span> {t("progress.nobody")}
            </li>
          );
        }
        if (asked + proposed + minimum === 0) return null;
        const isShort = asked < minimum;
        return (
          <li key={group} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="text-muted">{t(`groups.${group}`)}</span>
            <span className={isShort ? "font-medium text-warning" : "text-ink"}>
              {t(isShort ? "progress.askedOf" : "progress.asked", { count: asked, minimum })}
            </span>
            {proposed > 0 && <Badge tone="warning">{t("progress.proposed", { count: proposed })}</Badge>}
            {isAnswered && asked > 0 && (
              <Badge tone={isEnough ? "accent" : "neutral"}>
                {t(isEnough ? "progress.enough" : "progress.notYet")}
              </Badge>
            )}
          </li>
        );
      })}
    </ul>
  );
}
