import { openAsBlob, rmSync, statSync } from "node:fs";
import path from "node:path";
import { ANSWER_MAPPING, writeAnswerFile } from "../data/answer-file";
import { foldChanges } from "../data/rebuild-rollups";
import type { SizeContext } from "../lib/bench-context";
import { type CpuUsage, cpuBetween, readCpu, readMemory, resetPeakMemory } from "../lib/process-usage";
import { type Spread, spread } from "../lib/statistics";

export type ImportFigures = {
  answers: number;
  rows: number;
  megabytes: number;
  /** From the request to its answer: the file is there and looked at. */
  uploadSeconds: Spread;
  answersPerSecond: Spread;
  webMegabytes: Spread;
  workerMegabytes: Spread;
  /** Cores in use while it was stored. */
  cpu: Record<string, Spread>;
};

const MOST_MINUTES = 30;

/** A file sent to the programming interface and stored by the worker; another file in each run. */
export async function measureImport(context: SizeContext): Promise<ImportFigures> {
  const { options, folder, cast, database, databaseName, tell } = context;
  const file = path.join(folder, "answers.csv");
  const runs: Awaited<ReturnType<typeof importFile>>[] = [];
  let megabytes = 0;
  for (let run = 0; run < options.repeat; run += 1) {
    await writeAnswerFile(file, cast, options.importRows, Date.now() % 1_000_000);
    megabytes = statSync(file).size / 1e6;
    const measured = await importFile(context, file);
    runs.push(measured);
    tell(`import, run ${run + 1}: ${measured.answersPerSecond.toFixed(0)} answers/s`);
    await database.asSuperuser(databaseName, (client) => foldChanges(client, cast.organizationId));
  }
  rmSync(file);
  const spreadOf = (read: (one: (typeof runs)[number]) => number) => spread(runs.map(read));
  return {
    answers: context.answers,
    rows: options.importRows,
    megabytes,
    uploadSeconds: spreadOf((one) => one.uploadSeconds),
    answersPerSecond: spreadOf((one) => one.answersPerSecond),
    webMegabytes: spreadOf((one) => one.webMegabytes),
    workerMegabytes: spreadOf((one) => one.workerMegabytes),
    cpu: Object.fromEntries(
      ["web", "worker", "postgresql"].map((name) => [name, spreadOf((one) => one.cpu[name] ?? 0)]),
    ),
  };
}

async function importFile(context: SizeContext, file: string) {
  const { options, server, database } = context;
  const roots = { web: server.webPid, worker: server.workerPid, postgresql: database.pid };
  resetPeakMemory(server.webPid);
  resetPeakMemory(server.workerPid);
  const startedAt = performance.now();
  const id = await upload(context, file);
  const uploadedAt = performance.now();
  const before = readCpu(roots);
  const state = await untilFinished(context, id);
  const seconds = (Date.parse(state.finishedAt) - Date.parse(state.startedAt)) / 1000;
  const cpu: CpuUsage = Object.fromEntries(
    Object.entries(cpuBetween(before, readCpu(roots))).map(([name, used]) => [name, used / seconds]),
  );
  if (state.answersStored !== options.importRows) {
    throw new Error(
      `of ${options.importRows} answers ${state.answersStored} were stored: ${JSON.stringify(state)}`,
    );
  }
  await requireStored(context, id);
  return {
    uploadSeconds: (uploadedAt - startedAt) / 1000,
    answersPerSecond: state.answersStored / seconds,
    webMegabytes: readMemory(server.webPid).peak,
    workerMegabytes: readMemory(server.workerPid).peak,
    cpu,
  };
}

async function upload({ server, cast }: SizeContext, file: string): Promise<string> {
  const form = new FormData();
  form.set("mapping", JSON.stringify(ANSWER_MAPPING));
  form.set("file", await openAsBlob(file), "answers.csv");
  const response = await fetch(`http://127.0.0.1:${server.port}/api/v1/imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${cast.apiKey}` },
    body: form,
  });
  if (response.status !== 202) {
    throw new Error(`the import answered ${response.status}: ${await response.text()}`);
  }
  return (await response.json()).id;
}

type State = { status: string; answersStored: number; startedAt: string; finishedAt: string };

async function untilFinished({ server, cast }: SizeContext, id: string): Promise<State> {
  for (const deadline = Date.now() + MOST_MINUTES * 60_000; Date.now() < deadline; ) {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/v1/imports/${id}`, {
      headers: { authorization: `Bearer ${cast.apiKey}` },
    });
    const state = (await response.json()) as State;
    if (state.status === "finished") return state;
    if (state.status !== "running") throw new Error(`the import ended as ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the import is not finished after ${MOST_MINUTES} minutes`);
}

async function requireStored(
  { database, databaseName, cast, options }: SizeContext,
  id: string,
): Promise<void> {
  await database.asSuperuser(databaseName, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS stored FROM responses r
         JOIN answers a ON a.organization_id = r.organization_id AND a.response_id = r.id
        WHERE r.organization_id = $1 AND r.answer_import_id = $2`,
      [cast.organizationId, id],
    );
    if (rows[0].stored !== options.importRows)
      throw new Error(`${rows[0].stored} imported answers are stored`);
  });
}
