import "server-only";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { getEnv } from "@/server/env";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { digestToken } from "@/server/tokens";
import { buildDigestMail } from "./digest-mail";
import { getDigest } from "./queries/get-digest";
import { lastWeek } from "./rules";

/**
 * Last week's digest as the member would get it, for a frame on a page: the picture inside, links opening in the page, the
 * colours of the reader's theme. `html` and `subject` are null when there is nothing to tell.
 */
export async function previewDigest(scope: Scope) {
  const { organizationId, memberId } = scope;
  if (!memberId) throw new NotFoundError();
  const week = lastWeek(scope.now, scope.timeZone);
  const digest = await getDigest(scope, week.firstDay);
  if (!digest) return { week, mail: null };
  const mail = await buildDigestMail(digest, {
    to: "preview@example.com",
    language: await getLocale(),
    memberId,
    token: digestToken(organizationId, memberId),
    appUrl: new URL(getEnv().APP_URL).origin,
  });
  const picture = mail.pictures?.[0];
  const html = mail.html
    .replace(`cid:${picture?.contentId}`, `data:image/png;base64,${picture?.content.toString("base64")}`)
    .replace("<head>", '<head><base target="_top">');
  return {
    week,
    mail: { subject: mail.subject, html: forceTheme(html, (await cookies()).get("theme")?.value) },
  };
}

/** A frame follows the device; who chose a theme for the product has chosen it for the frame too. */
function forceTheme(html: string, theme: string | undefined): string {
  if (theme !== "light" && theme !== "dark") return html;
  return html
    .replaceAll("@media (prefers-color-scheme:dark)", theme === "dark" ? "@media all" : "@media not all")
    .replaceAll("color-scheme:light dark", `color-scheme:${theme}`);
}
