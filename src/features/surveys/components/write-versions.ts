import "server-only";
import { getFormatter } from "next-intl/server";
import type { PublishedVersion } from "../queries";
import type { PublishedVersionRow } from "./versions-card";

/** Versions with their times written out in the organization's time zone. */
export async function writeVersions(
  versions: PublishedVersion[],
  timeZone: string,
): Promise<PublishedVersionRow[]> {
  const format = await getFormatter();
  return versions.map(({ number, publishedAt, publishedBy }) => ({
    number,
    publishedBy,
    publishedAt: publishedAt.toISOString(),
    publishedAtText: format.dateTime(publishedAt, { dateStyle: "medium", timeStyle: "short", timeZone }),
  }));
}
