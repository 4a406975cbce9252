import type { Figure, FigureUnit } from "./figure-shape";
import type { Interval } from "./interval";

/** "view" for screens and mail; "exact" for exports and tooltips, where shares get one decimal. */
export type FormatOptions = { readonly digits?: "view" | "exact" };

/** Shown where there is no figure. */
export const NO_FIGURE = "–";

/** What stands between the ends of a range of signed numbers, where a dash would read as a minus. */
const RANGE_WORDS: Record<string, string> = { en: " to ", fi: "…", sv: " till " };

/** A difference of shares is percentage points, not per cent. */
const PERCENTAGE_POINTS: Record<string, string> = { en: "pp", fi: "%-yks.", sv: "procentenheter" };

function findByLanguage(words: Record<string, string>, locale: string): string {
  return words[locale.split("-")[0] ?? ""] ?? words.en ?? "";
}

/** Decimals of a unit: whole points, whole per cent (one decimal when exact), two decimals of a mean. */
function countDecimals(unit: FigureUnit, { digits = "view" }: FormatOptions): number {
  return { points: 0, share: digits === "exact" ? 1 : 0, mean: 2 }[unit];
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format takes a hundred times as long as using it, and a page uses thousands: the few there are, are kept. */
function keptFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${locale} ${Object.values(options).join(" ")}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(name, made);
  return made;
}

function buildNumberFormat(unit: FigureUnit, locale: string, options: FormatOptions) {
  const decimals = countDecimals(unit, options);
  return keptFormat(locale, {
    style: unit === "share" ? "percent" : "decimal",
    signDisplay: unit === "points" ? "exceptZero" : "auto",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A real minus sign in every language: a hyphen breaks lines and is too short beside digits. */
function writeMinusSign(text: string): string {
  return text.replaceAll("-", "−");
}

/**
 * A value as people read it: NPS a whole number with its sign ("+45", "−12", "0"), a share in whole per cent ("45 %" in
 * Finnish and Swedish, "45%" in English; one decimal when exact), a mean with two decimals. Null gives "–".
 * The only place where a figure is rounded, halves away from zero.
 */
export function formatValue(
  value: number | null,
  unit: FigureUnit,
  locale: string,
  options: FormatOptions = {},
): string {
  if (value === null) return NO_FIGURE;
  return writeMinusSign(buildNumberFormat(unit, locale, options).format(value));
}

/** Percent, as scores of audits are stored (0–100), as the share that figures are written from (0…1); null stays null. */
export function percentAsShare(percent: number): number;
export function percentAsShare(percent: number | null): number | null;
export function percentAsShare(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}

/** The score of an audit or of a section, in percent, by formatValue's rule for shares ("92 %" in Finnish). Null gives "–". */
export function formatScore(score: number | null, locale: string, options: FormatOptions = {}): string {
  return formatValue(percentAsShare(score), "share", locale, options);
}

/** A figure's value by formatValue, without its n and interval. */
export function formatFigure(
  figure: Pick<Figure, "value" | "unit">,
  locale: string,
  options: FormatOptions = {},
): string {
  return formatValue(figure.value, figure.unit, locale, options);
}

/**
 * Both ends of an interval in the unit of its figure: "+38 to +52", "38–52%", "4.12–4.56"; in Finnish "+38…+52",
 * "38–52 %". Null gives "–".
 */
export function formatInterval(
  interval: Interval | null,
  unit: FigureUnit,
  locale: string,
  options: FormatOptions = {},
): string {
  if (!interval) return NO_FIGURE;
  const format = buildNumberFormat(unit, locale, options);
  if (unit === "points") {
    const ends = [format.format(interval.low), format.format(interval.high)].map(writeMinusSign);
    return ends.join(findByLanguage(RANGE_WORDS, locale));
  }
  const low = format
    .formatToParts(interval.low)
    .filter(({ type }) => type !== "percentSign" && type !== "literal")
    .map(({ value }) => value)
    .join("");
  return writeMinusSign(`${low}–${format.format(interval.high)}`);
}

/**
 * A difference of two figures, always signed: points "+5", shares in percentage points ("+5 pp", Finnish "+5 %-yks."),
 * means "+0.25". What rounds to zero has no sign. Null gives "–".
 */
export function formatDifference(
  difference: number | null,
  unit: FigureUnit,
  locale: string,
  options: FormatOptions = {},
): string {
  if (difference === null) return NO_FIGURE;
  const decimals = countDecimals(unit, options);
  const number = keptFormat(locale, {
    style: "decimal",
    signDisplay: "exceptZero",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  if (unit !== "share") return writeMinusSign(number.format(difference));
  // No break between the number and its unit; the unit's own hyphen is no minus.
  return `${writeMinusSign(number.format(difference * 100))}\u00a0${findByLanguage(PERCENTAGE_POINTS, locale)}`;
}

/** A difference's interval: both ends signed, the unit once: "−2 to +9", "−2 to +9 pp". Null gives "–". */
export function formatDifferenceInterval(
  interval: Interval | null,
  unit: FigureUnit,
  locale: string,
  options: FormatOptions = {},
): string {
  if (!interval) return NO_FIGURE;
  const high = formatDifference(interval.high, unit, locale, options);
  const low = formatDifference(interval.low, unit, locale, options);
  const unitText = unit === "share" ? `\u00a0${findByLanguage(PERCENTAGE_POINTS, locale)}` : "";
  return `${low.slice(0, low.length - unitText.length)}${findByLanguage(RANGE_WORDS, locale)}${high}`;
}

/**
 * A value for machines: digits as in "exact", with a point, an ASCII minus and neither sign, unit nor grouping. A share is
 * in per cent ("45.3"). Null gives "".
 */
export function formatPlain(value: number | null, unit: FigureUnit): string {
  if (value === null) return "";
  const decimals = countDecimals(unit, { digits: "exact" });
  const number = keptFormat("en", {
    useGrouping: false,
    // What rounds to zero has no sign.
    signDisplay: "negative",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return number.format(unit === "share" ? value * 100 : value);
}
