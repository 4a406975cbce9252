import type { SizeContext } from "./lib/bench-context";
import { type BenchOptions, nameSize } from "./lib/options";
import { type ApiFigures, measureApi } from "./parts/api";
import { measureImport } from "./parts/import";
import { measureOverview, type OverviewFigures } from "./parts/overview";
import { measurePage } from "./parts/page";
import { measureWrites } from "./parts/writes";
import { reportApi } from "./report/api-report";
import { reportImport } from "./report/import-report";
import { reportOverview } from "./report/overview-report";
import { reportPage } from "./report/page-report";
import type { PartResult } from "./report/part-result";
import { reportWrites } from "./report/writes-report";

/** Runs something with the product on the database of a size. */
type AtSize = <T>(answers: number, run: (context: SizeContext) => Promise<T>) => Promise<T>;

/** What reads is measured at each size; what writes afterwards, at the largest one. */
export async function runParts(options: BenchOptions, atSize: AtSize): Promise<Record<string, PartResult>> {
  const { parts, sizes } = options;
  const results: Record<string, PartResult> = {};
  const overview: OverviewFigures[] = [];
  const api: ApiFigures[] = [];
  for (const answers of sizes) {
    if (!parts.has("overview") && !parts.has("api")) break;
    await atSize(answers, async (context) => {
      context.tell(`reading with ${nameSize(answers)} answers`);
      if (parts.has("overview")) overview.push(...(await measureOverview(context)));
      if (parts.has("api")) api.push(...(await measureApi(context)));
    });
  }
  if (overview.length > 0) results.overview = reportOverview(overview);
  if (api.length > 0) results.api = reportApi(api);
  const largest = sizes.at(-1) as number;
  if (parts.has("page")) results.page = reportPage(await atSize(largest, measurePage));
  if (parts.has("answers") || parts.has("ingest")) {
    const wanted = { answer: parts.has("answers"), ingest: parts.has("ingest") };
    results.writes = reportWrites(await atSize(largest, (context) => measureWrites(context, wanted)));
  }
  if (parts.has("import")) results.import = reportImport(await atSize(largest, measureImport));
  return results;
}
