import type { Texts } from "@/features/dashboards/make-texts";
import type { Change } from "@/metrics/change";
import type { Figure, FigureUnit } from "@/metrics/figure";
import type { StatChange } from "@/ui/stat";

/** A comparison with the previous period in words; it points up or down only when it is a change. */
export function describeChange(
  change: Change | null,
  previous: Pick<Figure, "n"> | null,
  unit: FigureUnit,
  { t, difference, differenceInterval }: Texts,
): StatChange | undefined {
  if (!previous) return undefined;
  if (!change) {
    return {
      text: previous.n === 0 ? t("change.nothingBefore") : t("change.tooFew"),
      direction: "none",
      arrow: "flat",
    };
  }
  const values = {
    difference: difference(change.difference, unit),
    interval: differenceInterval(change, unit),
  };
  if (change.direction === "none")
    return { text: t("change.none", values), direction: "none", arrow: "flat" };
  return change.direction === "up"
    ? { text: t("change.up", values), direction: "better", arrow: "up" }
    : { text: t("change.down", values), direction: "worse", arrow: "down" };
}
