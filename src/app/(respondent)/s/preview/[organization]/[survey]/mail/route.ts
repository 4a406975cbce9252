import { buildInvitationMail } from "@/features/invitations/invitation-mail";
import { getEnv } from "@/server/env";
import { escapeHtml } from "@/server/mail-layout";
import { forceTheme } from "../force-theme";
import { loadPreview } from "../load-preview";

/** The invitation or reminder of a survey as it would be sent, under the sender and subject an inbox shows. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/s/preview/[organization]/[survey]/mail">,
): Promise<Response> {
  const { organization: slug, survey } = await params;
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const preview = await loadPreview(slug, survey, search);
  const { organization, sample, view } = preview;
  const mail = buildInvitationMail({
    kind: view.step === "reminder" ? "first_reminder" : "invitation",
    invitationId: "preview",
    token: "preview",
    language: preview.language,
    isAnonymous: preview.isAnonymous,
    expiresAt: preview.expiresAt,
    occurredAt: preview.occurredAt,
    touchpoint: preview.touchpoint,
    employeeName: sample.employee,
    customer: { name: sample.customer, email: "customer@example.com" },
    organization,
    definition: preview.definition,
    appUrl: getEnv().APP_URL,
    now: preview.now,
  });
  const head = inboxHead(organization.senderName ?? organization.name, mail.subject, view.theme === "dark");
  const html = forceTheme(withoutAddresses(mail.html), view.theme).replace(
    /<body[^>]*>/,
    (body) => `${body}${head}`,
  );
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}

/** The links keep their look and lead nowhere. */
function withoutAddresses(html: string): string {
  return html.replaceAll(/(<a\b[^>]*?)\shref="[^"]*"/g, "$1");
}

function inboxHead(sender: string, subject: string, isDark: boolean): string {
  const [page, ink, muted, line] = isDark
    ? ["#15181e", "#f2f4f8", "#a9b1bf", "#2b313c"]
    : ["#ffffff", "#16181d", "#565d6b", "#e0e3e8"];
  const font = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
  return `<div style="padding:14px 16px;background:${page};border-bottom:1px solid ${line}"><div style="font:600 16px/1.4 ${font};color:${ink}">${escapeHtml(subject)}</div><div style="font:14px/1.4 ${font};color:${muted}">${escapeHtml(sender)}</div></div>`;
}
