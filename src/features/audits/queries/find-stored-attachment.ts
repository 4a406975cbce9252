import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { AuditFile } from "../schema";
import { type AttachmentTarget, readAttachmentPlace } from "./read-attachment-place";

/** For an upload whose body has not been read yet: see `readAttachmentPlace`. */
export async function findStoredAttachment(
  scope: Scope,
  target: AttachmentTarget,
): Promise<AuditFile | null> {
  return withScope(scope, (tx) => readAttachmentPlace(tx, scope, target));
}
