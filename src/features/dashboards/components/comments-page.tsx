import { bandOf } from "@/features/dashboards/comment-bands";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { COMMENT_BANDS } from "@/features/dashboards/schema";
import { getTexts } from "@/features/dashboards/texts";
import { emptyDistribution, listScores } from "@/metrics/score-distribution";
import { Field } from "@/ui/field";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";
import { CommentsCardSkeleton } from "./card-skeletons";
import { CommentsCard } from "./comments-card";
import { DashboardFrame } from "./dashboard-frame";
import { FigureBoundary } from "./figure-boundary";
import { figureKey } from "./figure-keys";

/** What customers wrote: searched by words, narrowed by band, score and the common filters. */
export async function CommentsPage({ dashboard }: { dashboard: Dashboard }) {
  const texts = await getTexts();
  const { t } = texts;
  const { band, metric, score } = dashboard.parameters;
  return (
    <DashboardFrame
      dashboard={dashboard}
      texts={texts}
      title={t("comments.title")}
      hasFigures={false}
      filters={
        <>
          <Field name="band" label={t("comments.band")} className="w-full sm:w-48">
            <Select
              defaultValue={band ?? ""}
              placeholder={t("comments.allBands")}
              options={COMMENT_BANDS.map((one) => ({
                value: one,
                label: metric ? texts.band(metric, bandOf(metric, one)) : t(`comments.bands.${one}`),
              }))}
            />
          </Field>
          {metric && (
            <Field name="score" label={t("comments.score")} className="w-full sm:w-28">
              <Select
                defaultValue={score === null ? "" : String(score)}
                placeholder={t("comments.allScores")}
                options={listScores(emptyDistribution(metric))
                  .reverse()
                  .map((one) => ({ value: String(one.score), label: String(one.score) }))}
              />
            </Field>
          )}
          <SearchInput label={t("comments.search")} />
        </>
      }
    >
      <FigureBoundary name={figureKey(dashboard)} fallback={<CommentsCardSkeleton comments={10} />}>
        <CommentsCard dashboard={dashboard} />
      </FigureBoundary>
    </DashboardFrame>
  );
}
