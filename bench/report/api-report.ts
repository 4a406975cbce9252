import { nameSize } from "../lib/options";
import type { ApiFigures } from "../parts/api";
import { formatNumber, formatSpread, formatTimes } from "./format";
import type { PartResult, Target } from "./part-result";

const SLOWEST_P95 = 50;
const MOST_GROWTH = 2;
const LEAST_GAIN = 20;

export function reportApi(figures: ApiFigures[]): PartResult {
  const sizes = [...new Set(figures.map(({ answers }) => answers))];
  const smallest = Math.min(...sizes);
  const greatest = Math.max(...sizes);
  const ofLargest = figures.filter(({ answers }) => answers === greatest);
  const atSize = (one: ApiFigures, answers: number) =>
    figures.find(
      (other) =>
        other.answers === answers && other.groupBy === one.groupBy && other.interval === one.interval,
    ) as ApiFigures;
  const growth = (one: ApiFigures) => one.p50.median / atSize(one, smallest).p50.median;
  const gain = (one: ApiFigures) => one.raw.median / one.p50.median;
  const nameOf = ({ groupBy, interval }: ApiFigures) => `${groupBy} by ${interval}`;

  const slowest = extreme(ofLargest, (one) => -one.p95.median);
  const grown = extreme(ofLargest, (one) => -growth(one));
  const longest = ofLargest.filter(({ span }) => span === "5 years");
  const leastGain = extreme(longest, gain);
  const at = `API queries, ${nameSize(greatest)} answers`;
  const targets: Target[] = [
    {
      name: `${at}: p95 of the slowest (${nameOf(slowest)})`,
      wanted: `< ${SLOWEST_P95} ms`,
      measured: `${formatSpread(slowest.p95)} ms`,
      isMet: slowest.p95.median < SLOWEST_P95,
    },
    ...(greatest === smallest
      ? []
      : [
          {
            name: `${at}: median against ${nameSize(smallest)}, greatest (${nameOf(grown)})`,
            wanted: `≤ ${MOST_GROWTH} ×`,
            measured: `${formatTimes(growth(grown))}; all together ${formatTimes(sumOf(ofLargest) / sumOf(ofLargest.map((one) => atSize(one, smallest))))}`,
            isMet: growth(grown) <= MOST_GROWTH,
          },
        ]),
    {
      name: `${at}, 5 years: faster than the raw scan, least (${nameOf(leastGain)})`,
      wanted: `≥ ${LEAST_GAIN} ×`,
      measured: formatTimes(gain(leastGain)),
      isMet: gain(leastGain) >= LEAST_GAIN,
    },
  ];
  return {
    data: figures,
    targets,
    tables: [
      {
        title: "GET /api/v1/metrics, milliseconds",
        notes: [
          `Median / p95 at each size. Cold: the first time after everything was started anew, one query after the other. Raw: the same counts by one statement over the answers. Each query over the longest period that gives no more than 10,000 points.`,
        ],
        columns: [
          "groupBy",
          "interval",
          "period",
          ...sizes.map((answers) => nameSize(answers)),
          `${nameSize(greatest)} cold`,
          `${nameSize(greatest)} raw`,
          "raw / median",
          `against ${nameSize(smallest)}`,
        ],
        rows: ofLargest.map((one) => [
          one.groupBy,
          one.interval,
          one.span,
          ...sizes.map((answers) => {
            const { p50, p95 } = atSize(one, answers);
            return `${formatSpread(p50)} / ${formatSpread(p95)}`;
          }),
          formatSpread(one.cold),
          formatSpread(one.raw),
          formatTimes(gain(one)),
          greatest === smallest ? "" : formatTimes(growth(one)),
        ]),
      },
      {
        title: "The same, all queries together",
        columns: ["answers", "median of the medians", "slowest p95", "coldest"],
        rows: sizes.map((answers) => {
          const some = figures.filter((one) => one.answers === answers);
          const sorted = some.map((one) => one.p50.median).sort((a, b) => a - b);
          return [
            nameSize(answers),
            formatNumber(sorted[Math.floor(sorted.length / 2)] as number),
            formatNumber(Math.max(...some.map((one) => one.p95.median))),
            formatNumber(Math.max(...some.map((one) => one.cold.median))),
          ];
        }),
      },
    ],
  };
}

/** The one for which `read` gives the least. */
function extreme<T>(list: readonly T[], read: (one: T) => number): T {
  return list.reduce((best, one) => (read(one) < read(best) ? one : best));
}

const sumOf = (list: readonly ApiFigures[]) => list.reduce((sum, one) => sum + one.p50.median, 0);
