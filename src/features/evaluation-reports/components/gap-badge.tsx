import { Eye, Gem } from "lucide-react";
import { Badge } from "@/ui/badge";
import type { GapView } from "../report/report-view";

/** A gap that is worth a look, named; nothing for agreement. */
export function GapBadge({ gap }: { gap: GapView | null }) {
  if (!gap || gap.judgement === "agreement") return null;
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
