import type { Headline } from "@/features/dashboards/figures/headlines";
import type { ResponseFunnel } from "@/features/dashboards/figures/response";
import { isoWeek } from "@/features/dashboards/periods";
import type { Change } from "@/metrics/change";
import type { FigureUnit } from "@/metrics/figure";
import { HEADLINES } from "@/metrics/headline";
import { MINIMUM_BASELINE_POINTS } from "@/metrics/nelson-rules";
import type { DigestTexts } from "./digest-texts";
import type { Digest } from "./queries/get-digest";

/** The week's main fact in one line: "NPS +42 (n 312), within normal variation". */
export function describeFact({ headlines, metric, verdict }: Digest, texts: DigestTexts): string {
  const main = headlines.find((headline) => headline.metric === metric);
  if (!main) return texts.d("fact.none");
  return texts.d(`fact.${verdict}`, {
    metric: texts.metric(metric),
    value: texts.figure(main.figure),
    n: texts.count(main.figure.n),
    difference: texts.difference(main.change?.difference ?? null, main.figure.unit),
  });
}

/** What belongs to a metric's figure: its interval and n, and whether it has changed. */
export function describeHeadline(headline: Headline, digest: Digest, texts: DigestTexts): string[] {
  const { figure } = headline;
  const certainty = figure.interval ? [texts.d("interval", { interval: texts.interval(figure) })] : [];
  return [[...certainty, texts.answers(figure.n)].join(" · "), describeChange(headline, digest, texts)];
}

function describeChange(
  { metric, figure, previous, change, isTooFew }: Headline,
  digest: Digest,
  texts: DigestTexts,
) {
  if (isTooFew) return texts.d("change.tooFewOf", { minimum: digest.minimumN });
  if (!change) return texts.d(previous?.n ? "change.tooFew" : "change.nothingBefore");
  // Beside a signal of the quarter, "normal" would contradict the picture.
  const hasSignal = metric === digest.metric && digest.verdict === "signal";
  const direction = change.direction !== "none" ? change.direction : hasSignal ? "none" : "normal";
  return texts.d(`change.${direction}`, describeDifference(change, figure.unit, texts));
}

function describeDifference(change: Change, unit: FigureUnit, texts: DigestTexts) {
  return {
    difference: texts.difference(change.difference, unit),
    interval: texts.differenceInterval(change, unit),
  };
}

/** What belongs to the response rate, in the dashboard's words. */
export function describeResponse({ rate, change, waiting }: ResponseFunnel, texts: DigestTexts): string[] {
  const certainty = rate.interval ? [texts.d("interval", { interval: texts.interval(rate) })] : [];
  const lines = [[...certainty, texts.t("invitations", { n: rate.n })].join(" · ")];
  if (!change) return waiting > 0 ? [...lines, texts.t("change.stillOpen")] : lines;
  const text = texts.d(
    `change.${change.direction === "none" ? "normal" : change.direction}`,
    describeDifference(change, rate.unit, texts),
  );
  return [...lines, waiting > 0 ? texts.t("change.closedOnly", { change: text }) : text];
}

/** The quarter's one sentence, as the dashboard says it: signals, none, or why it cannot be told. */
export function describeTrend({ trend }: Digest, { t }: DigestTexts): string {
  if (!trend.hasLimits) return t("trend.noLimits.week", { minimum: MINIMUM_BASELINE_POINTS });
  const count = trend.points.filter(({ point }) => point.signal).length;
  return count === 0 ? t("trend.normal") : t("trend.signals.week", { count });
}

/** Everything the picture shows, in words. */
export function describePicture(digest: Digest, texts: DigestTexts): string {
  const { unit } = HEADLINES[digest.metric];
  const weeks = digest.trend.points.map(({ bucket, point }) => {
    const values = { week: isoWeek(bucket.key), value: texts.figure({ value: point.value, unit }) };
    const { interval } = point;
    return interval
      ? texts.d("trend.altWeekInterval", { ...values, interval: texts.interval({ interval, unit }) })
      : texts.d("trend.altWeek", values);
  });
  return texts.d("trend.alt", {
    metric: texts.metric(digest.metric),
    weeks: weeks.join(", "),
    verdict: describeTrend(digest, texts),
  });
}

/** How to read the picture; only what is in it. */
export function describeLegend({ trend }: Digest, texts: DigestTexts): string {
  return [
    texts.d("trend.legend"),
    ...(trend.hasLimits ? [texts.d("trend.legendLevel", { count: trend.baseline })] : []),
    ...(trend.points.some(({ point }) => point.signal) ? [texts.d("trend.legendSignal")] : []),
  ].join(" ");
}
