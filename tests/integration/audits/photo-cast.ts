import "../tenancy/request";
import { v7 as uuidv7 } from "uuid";
import { DELETE, GET } from "@/app/(app)/o/[organization]/audits/[id]/files/[file]/route";
import { POST } from "@/app/(app)/o/[organization]/audits/[id]/photos/route";
import { getAuditEntry } from "@/features/audits/queries/get-audit-entry";
import type { Scope } from "@/server/scope";
import { createAuditForm, photoItem, smallFormDefinition } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createSmallOrganization } from "../../factories/small-organization";
import { createSession } from "../tenancy/makers";
import { signedIn } from "../tenancy/signed-in";

async function makeStage() {
  const cast = await createSmallOrganization();
  const definition = smallFormDefinition();
  definition.sections[1]?.items.push(photoItem("front"));
  const form = await createAuditForm(cast.scope, { definition });
  const newAudit = (overrides: Partial<Parameters<typeof createAudit>[1]> = {}) =>
    createAudit(cast.scope, {
      form,
      auditorMemberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      status: "draft",
      answers: { greeted: true, smiled: true, honest: true, listened: "p4" },
      ...overrides,
    });
  return { ...cast, form, newAudit, me: cast.consultant.scope, slug: cast.organization.slug };
}
export type Stage = Awaited<ReturnType<typeof makeStage>>;
let made: Promise<Stage> | undefined;
/** One organization for all of them: each makes audits of its own. */
export function stage(): Promise<Stage> {
  made ??= makeStage();
  return made;
}

type Member = { userId: string };

/** Whose requests the next ones are. */
export async function signIn(member: Member | null): Promise<void> {
  signedIn.person = member && { userId: member.userId, sessionId: await createSession(member.userId) };
}

type Sending = { item?: string; client?: string; type?: string; headers?: Record<string, string> };

/** What the page's script sends. */
export async function sendPhoto({ slug }: Stage, auditId: string, body: BodyInit, sending: Sending = {}) {
  const { item = "front", client = uuidv7(), type = "image/jpeg", headers = {} } = sending;
  const request = new Request(`http://x/o/${slug}/audits/${auditId}/photos?item=${item}&client=${client}`, {
    method: "POST",
    body,
    headers: { "content-type": type, ...headers },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  } as RequestInit);
  const response = await POST(request, { params: Promise.resolve({ organization: slug, id: auditId }) });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

const fileContext = (slug: string, id: string, file: string) => ({
  params: Promise.resolve({ organization: slug, id, file }),
});
export const getFile = ({ slug }: Stage, auditId: string, fileId: string, headers: HeadersInit = {}) =>
  GET(new Request("http://x/", { headers }), fileContext(slug, auditId, fileId));
export const deleteFile = async ({ slug }: Stage, auditId: string, fileId: string) => {
  const response = await DELETE(
    new Request("http://x/", { method: "DELETE" }),
    fileContext(slug, auditId, fileId),
  );
  return { status: response.status, json: await response.json() };
};

export const body = (bytes: Buffer) => new Uint8Array(bytes);
export const frontOf = async (scope: Scope, auditId: string) =>
  (await getAuditEntry(scope, auditId)).answers.front;
