import { useTranslations } from "next-intl";
import { type Band, bandOfScore } from "@/metrics/segments";
import { Badge, type BadgeTone, StatusBadge } from "@/ui/badge";
import type { EncounterState } from "../rules";

const SCORE_TONES: Record<Band, BadgeTone> = {
  promoter: "promoter",
  satisfied: "promoter",
  passive: "passive",
  neutral: "passive",
  detractor: "detractor",
  dissatisfied: "detractor",
};

/** What has become of asking the customer, in a word or two. Times come already written. */
export function StateBadge({
  state,
  times,
}: {
  state: EncounterState;
  times: { nearMoment: (instant: Date) => string; day: (instant: Date) => string };
}) {
  const t = useTranslations("encounters");
  switch (state.kind) {
    case "not_invited":
      return (
        <span className="text-sm text-muted">
          {state.reason === "quarantined" && state.until
            ? t("reasons.quarantinedUntil", { until: times.day(state.until) })
            : t(`reasons.${state.reason}`)}
        </span>
      );
    case "scheduled":
      return <StatusBadge>{t("stateDetail.scheduled", { at: times.nearMoment(state.at) })}</StatusBadge>;
    case "answered":
      if (state.metric === null || state.score === null) break;
      return (
        <Badge tone={SCORE_TONES[bandOfScore(state.metric, state.score)]}>
          {t("stateDetail.score", { score: state.score })}
        </Badge>
      );
  }
  const wasAsked = ["sent", "reminded", "answered", "asked_anonymously"].includes(state.kind);
  return <StatusBadge tone={wasAsked ? "accent" : "neutral"}>{t(`states.${state.kind}`)}</StatusBadge>;
}
