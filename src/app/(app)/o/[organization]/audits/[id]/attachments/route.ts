import { z } from "zod";
import { storeAppealAttachment } from "@/features/audits/commands/store-appeal-attachment";
import { answerUpload, requireFileType } from "@/features/audits/photos/answer-upload";
import { receiveUpload } from "@/features/audits/photos/receive-upload";
import { findStoredAttachment } from "@/features/audits/queries/find-stored-attachment";
import { NotFoundError } from "@/server/errors";
import { authorize } from "@/server/session";

const target = z.object({ auditId: z.uuid(), appealMessageId: z.uuid(), clientKey: z.uuid() });

/** Takes one file of a message in an appeal, a picture or a PDF, as it is (`?message=<uuid>&client=<uuid>`). */
export async function POST(
  request: Request,
  { params }: RouteContext<"/o/[organization]/audits/[id]/attachments">,
) {
  const { organization, id } = await params;
  return answerUpload(async () => {
    const scope = await authorize(organization, "audits.read");
    const search = new URL(request.url).searchParams;
    const { data } = target.safeParse({
      auditId: id,
      appealMessageId: search.get("message"),
      clientKey: search.get("client"),
    });
    if (!data || !scope.memberId) throw new NotFoundError();
    requireFileType(request);
    return (
      (await findStoredAttachment(scope, data)) ??
      receiveUpload(request, scope.memberId, (bytes) => storeAppealAttachment(scope, data, bytes))
    );
  }, 201);
}
