import { type CDPSession, chromium, type Page } from "playwright";
import { findBrowser } from "../../scripts/lib/find-browser";
import { createOpenInvitations } from "../data/open-invitations";
import type { SizeContext } from "../lib/bench-context";
import { type Spread, spread } from "../lib/statistics";

/** A slow phone: 1.6 Mbit/s, 150 ms to the server and back, a processor four times slower. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const CPU_SLOWDOWN = 4;
const VISITS_PER_RUN = 5;
/** How long the page is watched for long tasks after it has been loaded. */
const WATCHED_MILLISECONDS = 1500;

export type PageFigures = {
  requests: number;
  /** As sent, headers included, by kind. */
  bytes: { html: number; style: number; script: number; other: number; all: number };
  /** Milliseconds. */
  firstContentfulPaint: Spread;
  largestContentfulPaint: Spread;
  totalBlockingTime: Spread;
  browser: string;
};

type Visit = {
  requests: number;
  bytes: Record<"html" | "style" | "script" | "other", number>;
  firstPaint: number;
  largestPaint: number;
  blocked: number;
};

/** The answer page opened for the first time, with an empty cache. Each run gives the median of five visits. */
export async function measurePage(context: SizeContext): Promise<PageFigures> {
  const { options, server, tell } = context;
  const invitations = await createOpenInvitations(context, options.repeat * VISITS_PER_RUN + 1);
  const browser = await chromium.launch({
    executablePath: await findBrowser(tell),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const open = async () => {
      const { token } = invitations.pop() as { token: string };
      const browserContext = await browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: "en",
      });
      try {
        return await visit(await browserContext.newPage(), `http://localhost:${server.port}/s/${token}`);
      } finally {
        await browserContext.close();
      }
    };
    await open(); // The browser's own first page is slower.
    const visits: Visit[] = [];
    for (let count = 0; count < options.repeat * VISITS_PER_RUN; count += 1) visits.push(await open());
    const runsOf = (read: (one: Visit) => number) =>
      spread(
        Array.from(
          { length: options.repeat },
          (_, run) => spread(visits.slice(run * VISITS_PER_RUN, (run + 1) * VISITS_PER_RUN).map(read)).median,
        ),
      );
    const { bytes, requests } = visits.at(-1) as Visit;
    const figures = {
      requests,
      bytes: { ...bytes, all: bytes.html + bytes.style + bytes.script + bytes.other },
      firstContentfulPaint: runsOf((one) => one.firstPaint),
      largestContentfulPaint: runsOf((one) => one.largestPaint),
      totalBlockingTime: runsOf((one) => one.blocked),
      browser: browser.version(),
    };
    tell(
      `answer page: ${figures.bytes.all} bytes, LCP ${figures.largestContentfulPaint.median.toFixed(0)} ms`,
    );
    return figures;
  } finally {
    await browser.close();
  }
}

async function visit(page: Page, address: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  const transfer = await watchTransfer(session);
  await session.send("Network.emulateNetworkConditions", NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(WATCHED_MILLISECONDS);
  const entries = (await page.evaluate(READ_ENTRIES)) as Entry[];
  const last = (name: string) => entries.findLast((entry) => entry.name === name)?.start;
  const firstPaint = last("first-contentful-paint");
  const largestPaint = last("largest-contentful-paint");
  if (!firstPaint || !largestPaint) throw new Error("the browser told of no paint");
  const blocked = entries
    .filter(({ name, start }) => name === "longtask" && start >= firstPaint)
    .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return { ...transfer(), firstPaint, largestPaint, blocked };
}

type Entry = { name: string; start: number; duration: number };

/** Run in the page. Its policy lets no script of its own run, so nothing is called back: records are taken at once. */
const READ_ENTRIES = `["paint", "largest-contentful-paint", "longtask"].flatMap((type) => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type, buffered: true });
  return observer.takeRecords().map((entry) => ({
    name: type === "paint" ? entry.name : type, start: entry.startTime, duration: entry.duration,
  }));
})`;

/** Counts what goes over the network from now on. */
async function watchTransfer(session: CDPSession): Promise<() => Pick<Visit, "requests" | "bytes">> {
  const kinds = new Map<string, keyof Visit["bytes"]>();
  const bytes = { html: 0, style: 0, script: 0, other: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => {
    kinds.set(
      requestId,
      type === "Document" ? "html" : type === "Stylesheet" ? "style" : type === "Script" ? "script" : "other",
    );
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes[kinds.get(requestId) ?? "other"] += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => ({ requests: kinds.size, bytes });
}
