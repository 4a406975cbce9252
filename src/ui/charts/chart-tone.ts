export type ChartTone = "promoter" | "passive" | "detractor" | "accent" | "neutral" | "signal";

/** The fill of a tone and the text colour that can be read on it, as CSS values. */
export const chartTones: Record<ChartTone, { fill: string; text: string }> = {
  promoter: { fill: "var(--promoter)", text: "var(--on-promoter)" },
  passive: { fill: "var(--passive)", text: "var(--on-passive)" },
  detractor: { fill: "var(--detractor)", text: "var(--on-detractor)" },
  accent: { fill: "var(--accent)", text: "var(--on-accent)" },
  neutral: { fill: "var(--chart-comparison)", text: "var(--surface)" },
  signal: { fill: "var(--signal)", text: "var(--surface)" },
};
