import { CircleCheck, CircleMinus, Info, OctagonX, TriangleAlert } from "lucide-react";
import { joinClasses } from "@/ui/join-classes";
import type { AuditReport } from "../../report/report";

const verdicts = {
  passed: { Icon: CircleCheck, look: "bg-accent-soft text-accent-ink" },
  failed: { Icon: OctagonX, look: "bg-danger-solid text-on-danger" },
  none: { Icon: CircleMinus, look: "bg-sunken text-muted" },
};

/** What matters most: the score, the verdict, what they mean and what they are to be read with. */
export function ScoreCard({ report }: { report: AuditReport }) {
  const { Icon, look } = verdicts[report.verdict];
  return (
    <section
      aria-label={`${report.scoreText}, ${report.verdictText}`}
      className="rounded-xl border border-line bg-surface px-4 py-5 shadow-card sm:px-6"
    >
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <div>
          <p className="text-[3.5rem] leading-none font-semibold tracking-tight text-ink tabular-nums">
            {report.scoreText}
          </p>
          <p
            className={joinClasses(
              "mt-3 inline-flex items-center gap-1.5 rounded-md px-2.5 py-1 text-base font-semibold print:[print-color-adjust:exact]",
              look,
            )}
          >
            <Icon aria-hidden className="size-4.5" />
            {report.verdictText}
          </p>
        </div>
        <div className="min-w-0 flex-[1_1_18rem]">
          <p className="max-w-prose text-lg text-pretty text-ink">{report.meaning}</p>
          <ul className="mt-3 flex max-w-prose flex-col gap-1.5">
            {report.notices.map(({ tone, text }) => {
              const NoticeIcon = tone === "warning" ? TriangleAlert : Info;
              return (
                <li key={text} className="flex items-start gap-2 text-pretty text-muted">
                  <NoticeIcon
                    aria-hidden
                    className={joinClasses("mt-0.5 size-4 shrink-0", tone === "warning" && "text-warning")}
                  />
                  <span className={tone === "warning" ? "font-medium text-ink" : undefined}>{text}</span>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </section>
  );
}
