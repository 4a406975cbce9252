import { ArrowDown, ArrowUp } from "lucide-react";
import type { ItemCell, ItemResult, ItemResults } from "@/features/audit-results/figures/items";
import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import { locationsInOrder } from "@/features/dashboards/audits/item-sheets";
import type { Texts } from "@/features/dashboards/make-texts";
import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { ScrollRegion } from "@/ui/scroll-region";

/** More columns than these are for the file. */
const MOST_LOCATIONS = 30;

/**
 * How the items went at each location. The number is the message; the shade grows with the points lost, and an arrow marks
 * what cannot be chance, so that nothing depends on seeing colours.
 */
export function HeatTable({
  dashboard,
  results,
  formId,
  texts,
}: {
  dashboard: AuditDashboard;
  results: ItemResults;
  formId: string;
  texts: Texts;
}) {
  const { audits, locale } = texts;
  const shown = new Set(results.locationIds.slice(0, MOST_LOCATIONS));
  const locations = locationsInOrder(dashboard, results).filter((id) => shown.has(id));
  const items = results.items.filter(({ points }) => points.n > 0);
  const title = audits("heat.title");
  return (
    <Card
      flush
      title={title}
      description={audits("heat.description")}
      actions={<CsvLink href={auditExportHref(dashboard, "audit-heat", { form: formId })} label={title} />}
      footer={<Legend hasMore={results.locationIds.length > shown.size} shown={shown.size} texts={texts} />}
    >
      <ScrollRegion label={title} isWide>
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-line">
              <th
                scope="col"
                className="sticky left-0 z-10 min-w-36 bg-surface px-4 py-2 text-left align-bottom font-medium text-muted sm:min-w-64 sm:px-5"
              >
                {audits("column.item")}
              </th>
              {locations.map((id) => (
                <th
                  key={id}
                  scope="col"
                  className="min-w-24 px-2 py-2 text-center align-bottom font-medium text-muted"
                >
                  {texts.nameOf(dashboard, "location", id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <HeatRow
                key={item.key}
                item={item}
                name={chooseText(item.text, locale)}
                locations={locations}
                texts={texts}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}

function HeatRow({
  item,
  name,
  locations,
  texts,
}: {
  item: ItemResult;
  name: string;
  locations: string[];
  texts: Texts;
}) {
  return (
    <tr className="border-b border-line last:border-0">
      <th
        scope="row"
        className="sticky left-0 z-10 bg-surface px-4 py-2 text-left font-normal text-ink sm:px-5"
      >
        {name}
      </th>
      {locations.map((id) => (
        <HeatCell key={id} cell={item.cells.get(id)} texts={texts} />
      ))}
    </tr>
  );
}

function HeatCell({ cell, texts }: { cell: ItemCell | undefined; texts: Texts }) {
  const { audits } = texts;
  if (!cell || cell.value === null) return <td className="px-2 py-2 text-center text-muted">–</td>;
  const Arrow = cell.differs === "above" ? ArrowUp : ArrowDown;
  return (
    <td
      className={cell.isProvisional ? "px-2 py-2 text-center text-muted" : "px-2 py-2 text-center text-ink"}
      style={cell.isProvisional ? undefined : { backgroundColor: shadeOf(1 - cell.value) }}
    >
      <span className="inline-flex items-center gap-0.5 font-medium tabular-nums">
        {texts.figure({ value: cell.value, unit: "share" })}
        {cell.differs && (
          <>
            <Arrow aria-hidden className="size-3.5" />
            <span className="sr-only">{audits(`heat.${cell.differs}`)}</span>
          </>
        )}
      </span>
      <span className="block text-xs tabular-nums">{audits("heat.n", { n: cell.n })}</span>
    </td>
  );
}

/** Nothing lost: no shade. The ink keeps its contrast on the strongest one, in both themes. */
function shadeOf(lost: number): string {
  return `color-mix(in srgb, var(--detractor) ${Math.round(lost * 45)}%, transparent)`;
}

function Legend({ hasMore, shown, texts }: { hasMore: boolean; shown: number; texts: Texts }) {
  const { audits, locale } = texts;
  const share = (value: number) => texts.figure({ value, unit: "share" });
  return (
    <div className="flex flex-col gap-2 text-sm text-muted">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>{audits("heat.legend")}</span>
        {[1, 0.75, 0.5, 0.25, 0].map((value) => (
          <span key={value} className="inline-flex items-center gap-1.5">
            <span
              aria-hidden
              className="size-4 rounded-sm border border-line"
              style={{ backgroundColor: shadeOf(1 - value) }}
            />
            {share(value)}
          </span>
        ))}
      </div>
      <p className="max-w-prose">
        {audits("heat.note", { minimum: MINIMUM_AUDITS })}
        {hasMore && ` ${audits("heat.more", { shown: new Intl.NumberFormat(locale).format(shown) })}`}
      </p>
    </div>
  );
}
