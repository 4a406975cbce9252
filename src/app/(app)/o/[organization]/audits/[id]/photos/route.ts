import { z } from "zod";
import { storeAuditFile } from "@/features/audits/commands/store-audit-file";
import { answerUpload, requireFileType } from "@/features/audits/photos/answer-upload";
import { receiveUpload } from "@/features/audits/photos/receive-upload";
import { findStoredPhoto } from "@/features/audits/queries/find-stored-photo";
import { NotFoundError } from "@/server/errors";
import { authorize } from "@/server/session";

const target = z.object({ auditId: z.uuid(), itemKey: z.string().max(60), clientKey: z.uuid() });

/** Takes one photo as it is (`?item=<key>&client=<uuid>`). Everything that needs no bytes is judged before they are read. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/o/[organization]/audits/[id]/photos">,
) {
  const { organization, id } = await params;
  return answerUpload(async () => {
    const scope = await authorize(organization, "audits.enter");
    const search = new URL(request.url).searchParams;
    const { data } = target.safeParse({
      auditId: id,
      itemKey: search.get("item"),
      clientKey: search.get("client"),
    });
    if (!data || !scope.memberId) throw new NotFoundError();
    requireFileType(request);
    return (
      (await findStoredPhoto(scope, data)) ??
      receiveUpload(request, scope.memberId, (bytes) => storeAuditFile(scope, data, bytes))
    );
  }, 201);
}
