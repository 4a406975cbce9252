import { Eye, Gem } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge";
import type { GapView } from "../report/report-view";

/** A gap in points beside a row of dots; one that is worth a look is named. */
export function GapDetail({ gap }: { gap: GapView }) {
  const t = useTranslations("evaluationReports.page");
  return (
    <span className="flex flex-col items-end gap-0.5">
      <span>
        <span className="sr-only">{t("gapFull")} </span>
        {gap.valueText}
      </span>
      <GapBadge gap={gap} />
    </span>
  );
}

function GapBadge({ gap }: { gap: GapView }) {
  if (gap.judgement === "agreement") return null;
  const Icon = gap.judgement === "blindSpot" ? Eye : Gem;
  return (
    <Badge
      tone={gap.judgement === "blindSpot" ? "warning" : "accent"}
      icon={<Icon aria-hidden className="size-3.5" />}
    >
      {gap.judgementText}
    </Badge>
  );
}
