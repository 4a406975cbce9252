import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

const LIMIT = 200;
const remembered = new Map<string, Uint8Array<ArrayBuffer>>();

/**
 * The organization's logo as respondents load it: a small WebP picture whatever was uploaded (a few kB, and an SVG cannot
 * bring a script along), or null without a logo. Twice the size it is shown at, for dense screens.
 */
export async function findLogo(scope: Scope): Promise<Uint8Array<ArrayBuffer> | null> {
  const organization = await withScope(scope, (tx) =>
    tx.organization.findUnique({ where: { id: scope.organizationId }, select: { logo: true } }),
  );
  if (!organization?.logo) return null;
  const cacheKey = createHash("sha256").update(organization.logo).digest("base64url");
  const known = remembered.get(cacheKey);
  if (known) return known;
  const picture = await sharp(organization.logo)
    .resize({ width: 400, height: 96, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
  const small = new Uint8Array(picture);
  remembered.set(cacheKey, small);
  const oldest = remembered.keys().next().value;
  if (remembered.size > LIMIT && oldest !== undefined) remembered.delete(oldest);
  return small;
}
