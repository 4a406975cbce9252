import type { Instrumentation } from "next";

/** Puts an error of a page or route into the log under the reference that its reader sees; never the address, which may hold a token. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/server/log");
  const reference = (error as { digest?: string }).digest;
  log("error", "request failed", { reference, method: request.method, route: context.routePath, error });
};
