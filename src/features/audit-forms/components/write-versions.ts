import "server-only";
import { getFormatter } from "next-intl/server";
import type { PublishedFormVersion } from "../queries/list-audit-form-versions";
import type { FormVersionRow } from "./versions-card";

/** Versions with their times written out in the organization's time zone. */
export async function writeVersions(
  versions: PublishedFormVersion[],
  timeZone: string,
): Promise<FormVersionRow[]> {
  const format = await getFormatter();
  return versions.map(({ publishedAt, ...version }) => ({
    ...version,
    publishedAt: publishedAt.toISOString(),
    publishedAtText: format.dateTime(publishedAt, { dateStyle: "medium", timeStyle: "short", timeZone }),
  }));
}
