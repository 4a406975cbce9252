import { findFailingPart } from "@/server/readiness";

export const dynamic = "force-dynamic";

/** For load balancers and monitoring: says which part fails, nothing about how. */
export async function GET() {
  const failing = await findFailingPart();
  const headers = { "Cache-Control": "no-store" };
  if (failing) return Response.json({ status: "error", failing }, { status: 503, headers });
  return Response.json({ status: "ok" }, { headers });
}
