import "server-only";
import { dashboardHref } from "@/features/dashboards/dashboard-href";
import { isoWeek } from "@/features/dashboards/periods";
import type { DashboardParameters } from "@/features/dashboards/schema";
import { HEADLINES } from "@/metrics/headline";
import type { OutgoingMail } from "@/server/mail";
import {
  escapeHtml,
  mailButton,
  mailFooterLink,
  mailHeading,
  mailParagraph,
  renderMailDocument,
} from "@/server/mail-layout";
import {
  describeFact,
  describeHeadline,
  describeLegend,
  describePicture,
  describeResponse,
  describeTrend,
} from "./describe-digest";
import { type DigestTexts, digestTexts } from "./digest-texts";
import { mailFigure, mailItem, mailLink, mailPicture, mailQuote, mailSection } from "./mail-parts";
import type { Digest, DigestComment } from "./queries/get-digest";
import { shortenText } from "./rules";
import { chooseAxis, PICTURE_SIZE, renderTrendPicture } from "./trend-picture";

/** Characters of a comment that a digest repeats; the whole is a press away. */
const COMMENT_LENGTH = 280;

/** Whom a digest goes to and what its links begin with. */
export type DigestReaderFacts = {
  to: string;
  language: string;
  /** The product's own address, without a path. */
  appUrl: string;
  /** Of the link that stops the digest (`digestToken`). */
  token: string;
  memberId: string;
};

/** A digest as its reader gets it: HTML with the picture inside, the same as plain text, and the one-click headers of RFC 8058. */
export async function buildDigestMail(digest: Digest, reader: DigestReaderFacts): Promise<OutgoingMail> {
  const texts = digestTexts(reader.language);
  const { organization, week } = digest;
  const hostname = new URL(reader.appUrl).hostname;
  const contentId = `trend.${week.firstDay}.${reader.memberId}@${hostname}`;
  const pages = {
    ...linkPages(digest, reader.appUrl),
    unsubscribe: `${reader.appUrl}/digest/${reader.token}`,
    account: `${reader.appUrl}/account`,
  };
  const subject = texts.d("subject", {
    week: isoWeek(week.firstDay),
    fact: describeFact(digest, texts),
  });
  return {
    to: reader.to,
    subject,
    html: writeHtml(digest, texts, pages, { subject, pictureSource: `cid:${contentId}` }),
    text: writeText(digest, texts, pages),
    senderName: organization.name,
    messageId: `<digest.${week.firstDay}.${reader.memberId}@${hostname}>`,
    headers: {
      "List-Unsubscribe": `<${pages.unsubscribe}/one-click>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    pictures: [
      {
        contentId,
        fileName: `${digest.metric}-${week.firstDay}.png`,
        contentType: "image/png",
        content: await renderTrendPicture({
          points: picturePoints(digest),
          centre: digest.trend.hasLimits ? digest.trend.centre : null,
          axis: pictureAxis(digest),
        }),
      },
    ],
  };
}

type Pages = ReturnType<typeof linkPages> & { unsubscribe: string; account: string };

/** The dashboards that show what the digest tells, narrowed to the same weeks. */
function linkPages({ organization, parameters }: Digest, appUrl: string) {
  const page = (path: string, of: DashboardParameters, changes: Partial<DashboardParameters> = {}) =>
    appUrl + dashboardHref({ parameters: of }, `/o/${organization.slug}${path}`, changes);
  return {
    week: page("", parameters.week),
    metric: (metric: Digest["metric"]) => page("", parameters.week, { metric }),
    trend: page("", parameters.trend),
    touchpoint: (id: string, metric: Digest["metric"]) =>
      page(`/touchpoints/${id}`, parameters.trend, { metric }),
    comments: page("/comments", parameters.week),
  };
}

function picturePoints({ trend }: Digest) {
  return trend.points.map(({ point: { value, interval, signal } }) => ({
    value,
    interval,
    isSignal: signal !== null,
  }));
}

const pictureAxis = (digest: Digest) => chooseAxis(picturePoints(digest), HEADLINES[digest.metric].scale);

function describeNobody({ response, week }: Digest, texts: DigestTexts): string {
  const { encounters, invited } = response.counts;
  return texts.d("nobody", { week: isoWeek(week.firstDay), encounters, invited });
}

function describeSource(comment: DigestComment, texts: DigestTexts): string {
  const { metric, score, touchpoint, day, isAnonymous } = comment;
  const source = texts.d("comments.source", {
    metric: texts.metric(metric),
    score,
    touchpoint,
    day: texts.day(day),
  });
  return isAnonymous ? `${source} · ${texts.d("comments.anonymous")}` : source;
}

function titleOf(digest: Digest, texts: DigestTexts): string {
  return texts.d("title", { week: isoWeek(digest.week.firstDay), days: texts.days(digest.week) });
}

function trendTitle(digest: Digest, texts: DigestTexts): string {
  return texts.d("trend.title", { metric: texts.metric(digest.metric), weeks: digest.trend.points.length });
}

/** Weeks at the ends of the picture. */
function endsOf({ trend }: Digest, texts: DigestTexts): [string, string] {
  const name = (key: string | undefined) => (key ? texts.d("trend.week", { week: isoWeek(key) }) : "");
  return [name(trend.points.at(0)?.bucket.key), name(trend.points.at(-1)?.bucket.key)];
}

function describeSignal({ name, metric, point, signal }: Digest["signals"][number], texts: DigestTexts) {
  const { unit } = HEADLINES[metric];
  const value = texts.figure({ value: point.value, unit });
  const remark = [texts.t(`signal.${signal.rule}.${signal.side}`), texts.answers(point.n)].join(" · ");
  return { text: texts.d("signals.item", { touchpoint: name, metric: texts.metric(metric), value }), remark };
}

function writeHtml(
  digest: Digest,
  texts: DigestTexts,
  pages: Pages,
  { subject, pictureSource }: { subject: string; pictureSource: string },
): string {
  const { organization, headlines, response, signals, comments, trend } = digest;
  const { unit } = HEADLINES[digest.metric];
  const [bottom, middle, top] = pictureAxis(digest).map((value) => texts.figure({ value, unit }));
  const rate = { label: texts.t("responseRate"), value: texts.figure(response.rate), href: pages.week };
  const content = [
    mailHeading(titleOf(digest, texts)),
    ...(digest.locations
      ? [mailParagraph(texts.d("locations", { names: digest.locations.join(", ") }), "muted")]
      : []),
    ...(headlines.length === 0 ? [mailParagraph(describeNobody(digest, texts))] : []),
    ...headlines.map((headline) =>
      mailFigure({
        label: texts.metric(headline.metric),
        value: texts.figure(headline.figure),
        href: pages.metric(headline.metric),
        lines: describeHeadline(headline, digest, texts),
        isMuted: headline.isTooFew,
      }),
    ),
    ...(response.rate.n > 0
      ? [
          mailFigure({
            ...rate,
            lines: describeResponse(response, texts),
            isMuted: response.rate.n < digest.minimumN,
          }),
        ]
      : []),
    mailSection(trendTitle(digest, texts)),
    mailPicture({
      src: pictureSource,
      alt: describePicture(digest, texts),
      href: pages.trend,
      size: PICTURE_SIZE,
      axis: [top ?? "", middle ?? "", bottom ?? ""],
      ends: endsOf(digest, texts),
    }),
    mailParagraph(`${describeTrend(digest, texts)}\n${describeLegend(digest, texts)}`, "muted"),
    ...(trend.hasLimits || signals.length > 0 ? [mailSection(texts.d("signals.title"))] : []),
    ...signals.map((signal) =>
      mailItem({
        ...describeSignal(signal, texts),
        href: pages.touchpoint(signal.touchpointId, signal.metric),
      }),
    ),
    ...(trend.hasLimits && signals.length === 0 ? [mailParagraph(texts.d("signals.none"))] : []),
    ...(comments.length > 0 ? [mailSection(texts.d("comments.title"))] : []),
    ...comments.map((comment) =>
      mailQuote({
        ...comment,
        text: shortenText(comment.text, COMMENT_LENGTH),
        source: describeSource(comment, texts),
      }),
    ),
    ...(comments.length > 0 ? [mailLink(pages.comments, texts.d("comments.all"))] : []),
    mailButton({ href: pages.week, label: texts.d("open"), accentColor: organization.accentColor }),
  ];
  return renderMailDocument({
    language: texts.locale,
    title: subject,
    preheader: writePreheader(digest, texts),
    senderName: organization.name,
    accentColor: organization.accentColor,
    content: content.join("\n"),
    footer: `${escapeHtml(texts.d("footer.why", { organization: organization.name }))}<br>${mailFooterLink(pages.unsubscribe, texts.d("footer.stop"))} · ${mailFooterLink(pages.account, texts.d("footer.settings"))}`,
  });
}

/** What mailboxes show beside the subject: the facts that are not in it. */
function writePreheader(digest: Digest, texts: DigestTexts): string {
  const { headlines, response, signals, metric, trend } = digest;
  if (headlines.length === 0) return describeNobody(digest, texts);
  const others = headlines.filter((headline) => headline.metric !== metric);
  return [
    ...others.map((headline) => `${texts.metric(headline.metric)} ${texts.figure(headline.figure)}`),
    ...(response.rate.n > 0 ? [`${texts.t("responseRate")} ${texts.figure(response.rate)}`] : []),
    ...(trend.hasLimits || signals.length > 0 ? [texts.d("signals.count", { count: signals.length })] : []),
  ].join(" · ");
}

function writeText(digest: Digest, texts: DigestTexts, pages: Pages): string {
  const { headlines, response, signals, comments, trend, organization } = digest;
  const figure = (label: string, value: string, lines: string[]) =>
    [`${label} ${value}`, ...lines].join("\n  ");
  const section = (title: string, parts: string[], gap = "\n\n") => `## ${title}\n\n${parts.join(gap)}`;
  return [
    `${organization.name}\n${titleOf(digest, texts)}`,
    ...(digest.locations ? [texts.d("locations", { names: digest.locations.join(", ") })] : []),
    ...(headlines.length === 0 ? [describeNobody(digest, texts)] : []),
    ...headlines.map((headline) =>
      figure(
        texts.metric(headline.metric),
        texts.figure(headline.figure),
        describeHeadline(headline, digest, texts),
      ),
    ),
    ...(response.rate.n > 0
      ? [figure(texts.t("responseRate"), texts.figure(response.rate), describeResponse(response, texts))]
      : []),
    section(trendTitle(digest, texts), [
      describePicture(digest, texts),
      `${texts.d("openTrend")}: ${pages.trend}`,
    ]),
    ...(trend.hasLimits || signals.length > 0
      ? [
          section(
            texts.d("signals.title"),
            signals.length === 0
              ? [texts.d("signals.none")]
              : signals.map((signal) => {
                  const { text, remark } = describeSignal(signal, texts);
                  return `${text}\n  ${remark}\n  ${pages.touchpoint(signal.touchpointId, signal.metric)}`;
                }),
          ),
        ]
      : []),
    ...(comments.length > 0
      ? [
          section(texts.d("comments.title"), [
            ...comments.map(
              (comment) =>
                `> ${shortenText(comment.text, COMMENT_LENGTH).replaceAll(/\r?\n/g, "\n> ")}\n  ${describeSource(comment, texts)}`,
            ),
            `${texts.d("comments.all")}: ${pages.comments}`,
          ]),
        ]
      : []),
    `${texts.d("open")}: ${pages.week}`,
    `-- \n${texts.d("footer.why", { organization: organization.name })}\n${texts.d("footer.stop")}: ${pages.unsubscribe}`,
  ].join("\n\n");
}
