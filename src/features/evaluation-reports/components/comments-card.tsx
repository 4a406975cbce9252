import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { ReportView } from "../report/report-view";

/** What was written, question by question and group by group. */
export function CommentsCard({ questions }: Pick<ReportView, "questions">) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Card title={t("comments")}>
      <div className="flex flex-col gap-6">
        {questions.map((question) => (
          <section key={question.key} aria-labelledby={`question-${question.key}`}>
            <h3 id={`question-${question.key}`} className="font-semibold text-pretty text-ink">
              {question.text}
            </h3>
            {question.places.length === 0 && <p className="mt-1 text-muted">{t("noComments")}</p>}
            {question.places.map(({ place, label, comments }) => (
              <div key={place} className="mt-3">
                <h4 className="text-sm font-medium text-muted">{label}</h4>
                <ul className="mt-1 flex flex-col gap-2">
                  {comments.map((comment, index) => (
                    <li
                      // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same, and the order stays
                      key={index}
                      className="max-w-prose border-l-2 border-line-strong pl-3 break-words whitespace-pre-line text-ink print:break-inside-avoid"
                    >
                      {comment}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Card>
  );
}
