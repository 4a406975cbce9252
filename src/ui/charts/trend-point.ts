/** One period of a trend chart, with every text it shows. */
export type TrendPoint = {
  /** Unique within the chart: the start of the period. */
  key: string;
  /** On the axis and at the top of the tooltip. */
  label: string;
  /** null leaves a gap: no answers, no figure. */
  value: number | null;
  low?: number | null;
  high?: number | null;
  /** The figure as text: "+42"; "–" for none. */
  valueText: string;
  intervalText?: string;
  nText?: string;
  /** Set on a point outside normal variation: which rule it breaks. */
  signalText?: string;
  /** The limits of normal variation at this point. */
  limitsText?: string;
  lowerLimit?: number | null;
  upperLimit?: number | null;
  comparison?: number | null;
  comparisonText?: string;
};
