import type { SizeContext } from "../lib/bench-context";
import type { MeasuredLoad } from "../lib/measure-load";
import { measureAnswers } from "./answers";
import { measureIngest } from "./ingest";
import { CLIENTS, type Limits, openLimits } from "./limits";

/** What was stored each second, by clients, one entry for each run; runs beside each other are of the same minute. */
export type WriteFigures = {
  answers: number;
  limits: Limits;
  flows: { answer?: Map<number, MeasuredLoad[]>; ingest?: Map<number, MeasuredLoad[]> };
};

/** Answers through the page and encounters through the programming interface, and right beside them what the machine can do. */
export async function measureWrites(
  context: SizeContext,
  wanted: { answer: boolean; ingest: boolean },
): Promise<WriteFigures> {
  const { options, tell } = context;
  const limits = await openLimits(context);
  const flows: WriteFigures["flows"] = {
    ...(wanted.answer ? { answer: new Map() } : {}),
    ...(wanted.ingest ? { ingest: new Map() } : {}),
  };
  try {
    await warmUp(context, flows);
    for (let run = 0; run < options.repeat; run += 1) {
      for (const clients of CLIENTS) {
        await limits.measure(clients);
        const bare = limits.limits.bare.get(clients)?.at(-1) as MeasuredLoad;
        const insert = limits.limits.insert.get(clients)?.at(-1) as MeasuredLoad;
        const words = [`bare ${bare.perSecond.toFixed(0)}/s`, `INSERT ${insert.perSecond.toFixed(0)}/s`];
        for (const [name, measure] of [
          ["answer", measureAnswers],
          ["ingest", measureIngest],
        ] as const) {
          const runs = flows[name];
          if (!runs) continue;
          const load = await measure(context, clients);
          runs.set(clients, [...(runs.get(clients) ?? []), load]);
          words.push(`${name} ${load.perSecond.toFixed(0)}/s (p95 ${load.milliseconds.p95.toFixed(0)} ms)`);
        }
        tell(`${clients} clients, run ${run + 1}: ${words.join(", ")}`);
      }
    }
  } finally {
    await limits.close();
  }
  return { answers: context.answers, limits: limits.limits, flows };
}

/** A server that has just started compiles its code while it serves: that is not what is asked here. */
async function warmUp(context: SizeContext, flows: WriteFigures["flows"]): Promise<void> {
  context.tell("warming up");
  if (flows.answer) await measureAnswers(context, 8);
  if (flows.ingest) await measureIngest(context, 8);
}
