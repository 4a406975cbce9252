import "server-only";
import sharp from "sharp";
import type { Interval } from "@/metrics/interval";

/** A week in the picture, in the figure's unit; null without answers. */
export type PicturePoint = { value: number | null; interval: Interval | null; isSignal: boolean };
export type Picture = {
  points: readonly PicturePoint[];
  /** The level the weeks are judged against; null when there is none yet. */
  centre: number | null;
  /** Bottom, middle and top line. */
  axis: readonly [number, number, number];
};

/** In CSS pixels; drawn twice as large for sharp screens. */
export const PICTURE_SIZE = { width: 500, height: 180 };

/** Mid-tones that keep 3 : 1 against a white and a nearly black mailbox (WCAG 2.2, 1.4.11): the picture has no background. */
const COLOURS = { figure: "#2f7de1", signal: "#e8590c", line: "#7f8896" };

const SCALE = 2;
const [WIDTH, HEIGHT] = [PICTURE_SIZE.width * SCALE, PICTURE_SIZE.height * SCALE];
/** Room for half a dot beyond the outermost lines; also where the labels beside the picture stand. */
const MARGIN = 16;

/** Steps that read well, in the figure's own unit. */
const STEPS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 25, 50];
/** The lines are at least this part of the scale apart: closer, and chance looks like a mountain. */
const SMALLEST_STEP = 1 / 40;

/**
 * Bottom, middle and top of an axis that holds every value and interval within the metric's scale, at round numbers.
 * Without any value it is the whole scale.
 */
export function chooseAxis(points: readonly PicturePoint[], scale: Interval): [number, number, number] {
  const shown = points.flatMap(({ value, interval }) =>
    value === null ? [] : [value, interval?.low ?? value, interval?.high ?? value],
  );
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  if (shown.length === 0) return [scale.low, (scale.low + scale.high) / 2, scale.high];
  for (const step of STEPS.filter((one) => one >= SMALLEST_STEP * (scale.high - scale.low))) {
    const bottom = Math.max(Math.floor(low / step + 1e-9) * step, scale.low);
    if (bottom + 2 * step >= high - 1e-9 && bottom + 2 * step <= scale.high + 1e-9) {
      return [bottom, bottom + step, bottom + 2 * step].map(withoutNoise) as [number, number, number];
    }
    // Near the top of the scale the lines hang from it.
    if (scale.high - 2 * step <= low + 1e-9 && scale.high - 2 * step >= scale.low - 1e-9) {
      return [scale.high - 2 * step, scale.high - step, scale.high].map(withoutNoise) as [
        number,
        number,
        number,
      ];
    }
  }
  return [scale.low, (scale.low + scale.high) / 2, scale.high];
}

const withoutNoise = (value: number) => Number(value.toFixed(6));

/**
 * The trend as SVG: a dot a week on a line with gaps where nobody answered, each with its interval; signals as diamonds.
 * No text: fonts differ from server to server, and the words stand in the mail around it.
 */
export function drawTrend({ points, centre, axis }: Picture): string {
  const [bottom, , top] = axis;
  const x = (index: number) => round(MARGIN + ((WIDTH - 2 * MARGIN) * (index + 0.5)) / points.length);
  const y = (value: number) =>
    round(HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * (value - bottom)) / (top - bottom));
  const lines = axis.map(
    (value) => `<path d="M0 ${y(value)}H${WIDTH}" stroke="${COLOURS.line}" stroke-width="2" opacity=".5"/>`,
  );
  const level =
    centre === null || centre < bottom || centre > top
      ? ""
      : `<path d="M0 ${y(centre)}H${WIDTH}" stroke="${COLOURS.line}" stroke-width="4" stroke-dasharray="14 12"/>`;
  const intervals = points.map(({ interval }, index) =>
    interval
      ? `<path d="M${x(index)} ${y(interval.low)}V${y(interval.high)}" stroke="${COLOURS.figure}" stroke-width="12" stroke-linecap="round" opacity=".5"/>`
      : "",
  );
  const path = points
    .map(({ value }, index) => {
      if (value === null) return "";
      const isFirst = (points[index - 1]?.value ?? null) === null;
      return `${isFirst ? "M" : "L"}${x(index)} ${y(value)}`;
    })
    .join("");
  const dots = points.map(({ value, isSignal }, index) => {
    if (value === null) return "";
    const [cx, cy] = [x(index), y(value)];
    return isSignal
      ? `<path d="M${cx} ${cy - 18}l18 18l-18 18l-18 -18z" fill="${COLOURS.signal}"/>`
      : `<circle cx="${cx}" cy="${cy}" r="${index === points.length - 1 ? 13 : 9}" fill="${COLOURS.figure}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" fill="none">${[
    ...lines,
    level,
    ...intervals,
    `<path d="${path}" stroke="${COLOURS.figure}" stroke-width="5" stroke-linejoin="round"/>`,
    ...dots,
  ].join("")}</svg>`;
}

/** The picture as a PNG without a background, some ten kilobytes. */
export function renderTrendPicture(picture: Picture): Promise<Buffer> {
  return sharp(Buffer.from(drawTrend(picture)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
