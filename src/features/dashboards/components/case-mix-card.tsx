import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getCaseMix } from "@/features/dashboards/figures/case-mix";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { KeyValueList } from "@/ui/key-value-list";

/** An employee against what the organization gets on the same mix of touchpoints and channels. */
export async function CaseMixCard({ dashboard, employeeId }: { dashboard: Dashboard; employeeId: string }) {
  const [texts, mix] = await Promise.all([getTexts(), getCaseMix(dashboard, employeeId)]);
  const { t } = texts;
  const title = t("mix.title");
  if (!mix || mix.n < dashboard.minimumN) {
    return (
      <Card title={title}>
        <p className="text-muted">
          {mix ? t("tooFewOf", { minimum: dashboard.minimumN }) : t("mix.nothing")}
        </p>
      </Card>
    );
  }
  const verdict = !mix.isDifferent ? "none" : mix.difference > 0 ? "above" : "below";
  const figure = (value: number) => texts.figure({ value, unit: mix.unit });
  return (
    <Card
      title={title}
      description={t("mix.description")}
      actions={<CsvLink href={exportHref(dashboard, "case-mix")} label={title} />}
    >
      <KeyValueList
        items={[
          { label: t("mix.observed"), value: figure(mix.observed) },
          { label: t("mix.expected"), value: figure(mix.expected) },
          {
            label: t("column.difference"),
            value: (
              <>
                <strong className="font-semibold">{texts.difference(mix.difference, mix.unit)}</strong>{" "}
                <span className="text-muted">
                  {t("intervalText", { interval: texts.differenceInterval(mix, mix.unit) })}
                </span>
              </>
            ),
          },
        ]}
      />
      <p
        className={
          verdict === "none"
            ? "mt-3 text-muted"
            : verdict === "above"
              ? "mt-3 font-medium text-better"
              : "mt-3 font-medium text-worse"
        }
      >
        {t(`mix.verdict.${verdict}`)}
      </p>
      {mix.comparedN < mix.n && (
        <p className="mt-1 text-sm text-muted">{t("mix.partly", { compared: mix.comparedN, n: mix.n })}</p>
      )}
    </Card>
  );
}
