import "server-only";
import { getFormatter } from "next-intl/server";
import type { PublishedFrameworkVersion } from "../queries/list-evaluation-framework-versions";
import type { FrameworkVersionRow } from "./versions-card";

/** Versions with their times written out in the organization's time zone. */
export async function writeVersions(
  versions: PublishedFrameworkVersion[],
  timeZone: string,
): Promise<FrameworkVersionRow[]> {
  const format = await getFormatter();
  return versions.map(({ publishedAt, ...version }) => ({
    ...version,
    publishedAt: publishedAt.toISOString(),
    publishedAtText: format.dateTime(publishedAt, { dateStyle: "medium", timeStyle: "short", timeZone }),
  }));
}
