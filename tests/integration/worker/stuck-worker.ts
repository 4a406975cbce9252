import { runWorker } from "@/worker/run-worker";

/** A worker that never finishes what it begins; the test kills it in the middle. */
await runWorker({ stuck: () => new Promise(() => {}) });
process.send?.("ready");
