/** An A4 page and its margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 52, right: 52, top: 52, bottom: 64 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Inks on white paper: each has 4.5:1 or more; the accent comes from the organization. */
export const INK = {
  text: "#16181d",
  muted: "#545b66",
  line: "#d5d9dd",
  soft: "#f2f4f5",
  danger: "#a61b15",
  dangerSoft: "#fdeeed",
  white: "#ffffff",
} as const;

export type Weight = "regular" | "semibold";
export type TextStyle = { size: number; leading: number; weight: Weight; color: string };

const style = (size: number, leading: number, weight: Weight, color: string = INK.text): TextStyle => ({
  size,
  leading,
  weight,
  color,
});

export const TEXT = {
  title: style(21, 26, "semibold"),
  lead: style(11.5, 16, "regular"),
  score: style(42, 46, "semibold"),
  verdict: style(12, 16, "semibold"),
  heading: style(14, 19, "semibold"),
  subheading: style(11.5, 16, "semibold"),
  body: style(10, 14.5, "regular"),
  strong: style(10, 14.5, "semibold"),
  muted: style(10, 14.5, "regular", INK.muted),
  small: style(8.5, 12, "regular", INK.muted),
  smallStrong: style(8.5, 12, "semibold", INK.muted),
  footer: style(8, 11, "regular", INK.muted),
} as const;
