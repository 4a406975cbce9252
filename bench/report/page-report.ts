import type { PageFigures } from "../parts/page";
import { formatNumber, formatSpread } from "./format";
import type { PartResult } from "./part-result";

const MOST_BYTES = 30_000;
const SLOWEST_LARGEST_PAINT = 1000;

export function reportPage(figures: PageFigures): PartResult {
  const { bytes, requests, firstContentfulPaint, largestContentfulPaint, totalBlockingTime } = figures;
  return {
    data: figures,
    targets: [
      {
        name: "answer page: bytes of everything",
        wanted: "≤ 30 kB",
        measured: `${formatNumber(bytes.all / 1000)} kB`,
        isMet: bytes.all <= MOST_BYTES,
      },
      {
        name: "answer page: LCP on a slow phone",
        wanted: "≤ 1.0 s",
        measured: `${formatSpread(largestContentfulPaint)} ms`,
        isMet: largestContentfulPaint.median <= SLOWEST_LARGEST_PAINT,
      },
      {
        name: "answer page: TBT on a slow phone",
        wanted: "0 ms",
        measured: `${formatSpread(totalBlockingTime)} ms`,
        isMet: totalBlockingTime.max === 0,
      },
    ],
    tables: [
      {
        title: "Answer page, first visit at 1.6 Mbit/s, 150 ms and a processor 4 × slower",
        notes: [
          `Chromium ${figures.browser}. Bytes as sent, headers included. Milliseconds; each run is the median of five visits.`,
        ],
        columns: ["requests", "HTML", "CSS", "script", "other", "all bytes", "FCP", "LCP", "TBT"],
        rows: [
          [
            String(requests),
            ...[bytes.html, bytes.style, bytes.script, bytes.other, bytes.all].map((count) =>
              count.toLocaleString("en-GB"),
            ),
            ...[firstContentfulPaint, largestContentfulPaint, totalBlockingTime].map(formatSpread),
          ],
        ],
      },
    ],
  };
}
