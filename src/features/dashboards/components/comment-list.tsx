import Link from "next/link";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { splitHighlights } from "@/features/dashboards/highlight";
import type { Texts } from "@/features/dashboards/make-texts";
import type { CommentRow } from "@/features/dashboards/queries/list-comments";
import { dayOf } from "@/features/encounters/rules";
import { type Band, bandOfScore } from "@/metrics/segments";
import { Badge, type BadgeTone } from "@/ui/badge";
import { Moment } from "@/ui/moment";

const tones: Record<Band, BadgeTone> = {
  promoter: "promoter",
  passive: "passive",
  detractor: "detractor",
  satisfied: "promoter",
  neutral: "passive",
  dissatisfied: "detractor",
};

/** Comments with the score each came with, and about what and whom. An employee's list names nobody. */
export function CommentList({
  comments,
  dashboard,
  texts,
}: {
  comments: CommentRow[];
  dashboard: Dashboard;
  texts: Texts;
}) {
  const { timeZone } = dashboard.scope;
  return (
    <ul className="divide-y divide-line">
      {comments.map((row) => (
        <li key={row.id} className="flex gap-4 px-4 py-4 sm:px-5">
          <ScoreBadge row={row} texts={texts} />
          <div className="min-w-0 flex-1">
            {[row.followUp, row.comment].map((marked, index) =>
              marked ? (
                <p
                  // biome-ignore lint/suspicious/noArrayIndexKey: always the same two texts
                  key={index}
                  lang={row.language}
                  className="max-w-prose text-pretty whitespace-pre-line text-ink not-first:mt-1"
                >
                  <Marked text={marked} />
                </p>
              ) : null,
            )}
            <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-muted">
              {listDetails(row, dashboard, texts).map((detail) => (
                <span key={detail} className="after:ml-2 after:content-['·']">
                  {detail}
                </span>
              ))}
              <AnswerTime row={row} texts={texts} timeZone={timeZone} />
              {row.isAnonymous && <span>{texts.t("comments.anonymous")}</span>}
              <Badge>{texts.language(row.language)}</Badge>
              {row.employeeId && isPraise(row) && row.employeeId !== dashboard.scope.employeeId && (
                <Link
                  href={`/o/${dashboard.slug}/recognition/new?to=${row.employeeId}&comment=${row.id}`}
                  className="text-link"
                >
                  {texts.t("comments.thank")}
                </Link>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Whether a comment came with a score that one passes on with thanks. */
function isPraise({ metric, score }: CommentRow): boolean {
  const band = bandOfScore(metric, score);
  return band === "promoter" || band === "satisfied";
}

/** When the answer came: of an anonymous one the day. */
function AnswerTime({ row, texts, timeZone }: { row: CommentRow; texts: Texts; timeZone: string }) {
  if (row.isAnonymous) {
    const isoDay = dayOf(row.answeredAt, timeZone).toString();
    return <Moment iso={isoDay} text={texts.day(isoDay)} />;
  }
  return <Moment iso={row.answeredAt.toISOString()} text={texts.moment(row.answeredAt, timeZone)} />;
}

function listDetails(row: CommentRow, dashboard: Dashboard, texts: Texts): string[] {
  const values = { touchpoint: row.touchpointId, employee: row.employeeId, location: row.locationId };
  const isNamed = (dimension: keyof typeof values) =>
    // What the page is about goes without saying.
    dashboard.fixed[dimension] === undefined &&
    (dimension === "touchpoint" || dashboard.scope.role !== "employee");
  return (["touchpoint", "employee", "location"] as const).filter(isNamed).flatMap((dimension) => {
    const value = values[dimension];
    return value === null ? [] : [texts.nameOf(dashboard, dimension, value)];
  });
}

function ScoreBadge({ row, texts }: { row: CommentRow; texts: Texts }) {
  const band = bandOfScore(row.metric, row.score);
  return (
    <div className="w-14 shrink-0 text-center">
      <Badge tone={tones[band]} className="min-w-9 justify-center py-1 text-lg">
        {row.score}
      </Badge>
      <p className="mt-0.5 text-xs text-muted">{texts.metric(row.metric)}</p>
      <p className="sr-only">{texts.band(row.metric, band)}</p>
    </div>
  );
}

/** Text with the words searched for marked; React escapes every piece. */
function Marked({ text }: { text: string }) {
  return splitHighlights(text).map((piece, index) =>
    piece.isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in order
      <mark key={index} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent-ink">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
