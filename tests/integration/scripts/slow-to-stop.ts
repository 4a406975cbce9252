import { announceReady, stopOnSignal } from "../../../scripts/lib/lifecycle";

/** Takes as long to stop as it is told, for the tests of signals. */
const stopTakesMs = Number(process.argv[2]);
stopOnSignal(() => new Promise((resolve) => setTimeout(resolve, stopTakesMs)));
setInterval(() => {}, 1_000);
announceReady();
