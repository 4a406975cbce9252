import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { StoredPhoto } from "../entry-schema";
import { type PhotoTarget, readPhotoPlace } from "./read-photo-place";

/**
 * For an upload whose body has not been read yet: the photo that came with this key before, or null when this one may
 * come. Throws as `readPhotoPlace`.
 */
export async function findStoredPhoto(scope: Scope, target: PhotoTarget): Promise<StoredPhoto | null> {
  return withScope(scope, async (tx) => (await readPhotoPlace(tx, scope, target)).stored);
}
