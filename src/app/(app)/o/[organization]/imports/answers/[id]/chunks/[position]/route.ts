import { storeAnswerChunk } from "@/features/answer-imports/commands/store-answer-chunk";
import { CHUNK_BYTES } from "@/features/answer-imports/formats";
import type { ActionResult } from "@/server/action-result";
import { toActionFailure } from "@/server/define-action";
import { requireScope } from "@/server/session";

const STATUS = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-many": 429,
  unexpected: 500,
};

/**
 * Takes one piece of a file as it is; answers as an action does. Not an action itself, because those come one after the
 * other and would hold up everything else on the page. Another site's page cannot send it: PUT asks first, and is refused.
 */
export async function PUT(
  request: Request,
  { params }: RouteContext<"/o/[organization]/imports/answers/[id]/chunks/[position]">,
) {
  const { organization, id, position } = await params;
  const scope = await requireScope(organization, "encounters.import");
  let result: ActionResult<{ chunksReceived: number }>;
  if (Number(request.headers.get("content-length")) > CHUNK_BYTES) {
    result = { ok: false, code: "invalid" };
  } else {
    try {
      const content = new Uint8Array(await request.arrayBuffer());
      result = { ok: true, data: await storeAnswerChunk(scope, id, Number(position), content) };
    } catch (error) {
      result = await toActionFailure(error);
    }
  }
  return Response.json(result, { status: result.ok ? 200 : STATUS[result.code] });
}
