import { nameSize } from "../lib/options";
import { type OverviewFigures, SPANS } from "../parts/overview";
import { formatNumber, formatSpread, formatTimes } from "./format";
import type { PartResult, Target } from "./part-result";

const PAGE_P95 = 250;
const MOST_GROWTH = 2;
const LEAST_GAIN = 20;
const MOST_MEGABYTES = 300;

export function reportOverview(figures: OverviewFigures[]): PartResult {
  const sizes = [...new Set(figures.map(({ answers }) => answers))];
  const smallest = Math.min(...sizes);
  const greatest = Math.max(...sizes);
  const growth = ({ answers, span, p50 }: OverviewFigures) => {
    const first = figures.find((other) => other.answers === smallest && other.span === span);
    return answers === smallest || !first ? null : p50.median / first.p50.median;
  };
  const targets = SPANS.flatMap((span): Target[] => {
    const largest = figures.find((one) => one.answers === greatest && one.span === span);
    if (!largest) return [];
    const grown = growth(largest);
    const gain = largest.raw.median / largest.p50.median;
    const at = `overview, ${span}, ${nameSize(greatest)} answers`;
    return [
      {
        name: `${at}: p95`,
        wanted: `< ${PAGE_P95} ms`,
        measured: `${formatSpread(largest.p95)} ms`,
        isMet: largest.p95.median < PAGE_P95,
      },
      ...(grown === null
        ? []
        : [
            {
              name: `${at}: median against ${nameSize(smallest)}`,
              wanted: `≤ ${MOST_GROWTH} ×`,
              measured: formatTimes(grown),
              isMet: grown <= MOST_GROWTH,
            },
          ]),
      {
        name: `${at}: faster than one statement over the answers`,
        wanted: `≥ ${LEAST_GAIN} ×`,
        measured: formatTimes(gain),
        isMet: gain >= LEAST_GAIN,
      },
    ];
  });
  const megabytes = Math.max(...figures.map((one) => one.webMegabytes));
  targets.push({
    name: "overview: memory of the web process, at most",
    wanted: `< ${MOST_MEGABYTES} MB`,
    measured: `${formatNumber(megabytes)} MB`,
    isMet: megabytes < MOST_MEGABYTES,
  });
  const wereForgotten = figures.every((one) => one.wereFilesForgotten);
  return {
    data: figures,
    targets,
    tables: [
      {
        title: "Overview page, milliseconds to the last byte",
        notes: [
          `Cold: the first request after web server and database were started anew${
            wereForgotten
              ? " and the operating system forgot the files it had read"
              : " (the operating system still had the files in memory)"
          }. Raw: the page's figures of answers by one statement over the answers, warm. CPU: milliseconds of processor time of a warm request. kB as sent.`,
        ],
        columns: [
          "answers",
          "period",
          "cold",
          "median",
          "p95",
          "raw",
          "raw / median",
          `against ${nameSize(smallest)}`,
          "web CPU",
          "database CPU",
          "kB",
          "web MB",
        ],
        rows: figures.map((one) => {
          const grown = growth(one);
          return [
            nameSize(one.answers),
            one.span,
            formatSpread(one.cold),
            formatSpread(one.p50),
            formatSpread(one.p95),
            formatSpread(one.raw),
            formatTimes(one.raw.median / one.p50.median),
            grown === null ? "" : formatTimes(grown),
            formatSpread(one.webCpu),
            formatSpread(one.databaseCpu),
            formatNumber(one.kilobytes),
            formatNumber(one.webMegabytes),
          ];
        }),
      },
    ],
  };
}
