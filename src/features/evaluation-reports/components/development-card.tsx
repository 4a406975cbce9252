import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { Table } from "@/ui/table";
import type { ChangeView, ReportView } from "../report/report-view";

const arrows = { up: ArrowUp, down: ArrowDown, none: Minus };
const tones = { up: "text-better", down: "text-worse", none: "text-muted" };

/** What became of the others' view since the last round. */
export function DevelopmentCard({ development }: { development: NonNullable<ReportView["development"]> }) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Card title={t("development")} description={[development.text, ...development.remarks].join(" ")} flush>
      <ChangeTable caption={t("development")} name={t("competency")} changes={development.competencies} />
      {development.items.length > 0 && (
        <>
          <h3 className="border-t border-line px-4 pt-4 pb-2 font-semibold text-ink sm:px-5">
            {t("developmentItems")}
          </h3>
          <ChangeTable caption={t("developmentItems")} name={t("item")} changes={development.items} />
        </>
      )}
    </Card>
  );
}

function ChangeTable({ caption, name, changes }: { caption: string; name: string; changes: ChangeView[] }) {
  const t = useTranslations("evaluationReports.page");
  return (
    <Table
      caption={caption}
      rows={changes}
      rowKey={({ key }) => key}
      onPhone="cards"
      columns={[
        { key: "name", header: name, rowHeader: true, cell: (change) => change.name },
        { key: "before", header: t("before"), align: "end", cell: ({ beforeText }) => beforeText },
        {
          key: "now",
          header: t("now"),
          align: "end",
          cell: ({ nowText, nText }) => (
            <div>
              {nowText} <span className="block text-xs text-muted">{nText}</span>
            </div>
          ),
        },
        {
          key: "difference",
          header: t("difference"),
          align: "end",
          cell: ({ differenceText, intervalText }) => (
            <div>
              {differenceText}{" "}
              {intervalText && <span className="block text-xs text-muted">{intervalText}</span>}
            </div>
          ),
        },
        {
          key: "verdict",
          header: t("verdict"),
          cell: ({ direction, verdictText }) => {
            const Arrow = arrows[direction];
            return (
              <span className={`flex items-center gap-1.5 ${tones[direction]}`}>
                <Arrow aria-hidden className="size-4 shrink-0" />
                {verdictText}
              </span>
            );
          },
        },
      ]}
    />
  );
}
