"use client";

import { useTranslations } from "next-intl";
import type { MetricKey } from "@/metrics/score-distribution";
import { joinClasses } from "@/ui/join-classes";
import { bandRange, type ScoreBand } from "../schema";

const DOTS = { high: "bg-promoter", middle: "bg-passive", low: "bg-detractor" };

/** "Promoters, 9–10", with the colour the band has in every chart. */
export function BandName({ metric, band }: { metric: MetricKey; band: ScoreBand }) {
  const t = useTranslations("surveys");
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={joinClasses("size-2.5 rounded-full", DOTS[band])} />
      {t("bands.withScores", {
        name: t(`bands.${metric}.${band}`),
        scores: useBandScores()(metric, band),
      })}
    </span>
  );
}

/** "9–10", or "3" where the band is one score. */
export function useBandScores(): (metric: MetricKey, band: ScoreBand) => string {
  return (metric, band) => {
    const { from, to } = bandRange(metric, band);
    return from === to ? String(from) : `${from}–${to}`;
  };
}
