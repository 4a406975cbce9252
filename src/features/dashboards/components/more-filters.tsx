import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import type { Texts } from "@/features/dashboards/make-texts";
import type { DashboardParameters } from "@/features/dashboards/schema";
import { Field } from "@/ui/field";
import { joinClasses } from "@/ui/join-classes";
import { Select } from "@/ui/select";

/** The filters that are seldom wanted, behind a button that says how many of them are set. */
export function MoreFilters({
  active,
  texts: { t },
  isWide = false,
  children,
}: {
  active: number;
  texts: Texts;
  /** Four in a row on a wide screen, else three. */
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="order-1 open:basis-full">
      <summary className="control-height inline-flex w-fit list-none items-center gap-2 rounded-md px-2 text-sm font-medium text-muted hover:bg-hover hover:text-ink [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal aria-hidden className="size-4" />
        {active > 0 ? t("filter.moreActive", { count: active }) : t("filter.more")}
      </summary>
      <div
        className={joinClasses(
          "mt-2 grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-2 lg:grid-cols-3",
          isWide && "xl:grid-cols-4",
        )}
      >
        {children}
      </div>
    </details>
  );
}

/** Weeks or months of what a page follows over time. */
export function IntervalField({
  parameters,
  texts: { t },
}: {
  parameters: DashboardParameters;
  texts: Texts;
}) {
  return (
    <Field name="interval" label={t("filter.interval")}>
      <Select
        defaultValue={parameters.interval === "auto" ? "" : parameters.interval}
        options={[
          { value: "", label: t("interval.auto") },
          { value: "week", label: t("interval.week") },
          { value: "month", label: t("interval.month") },
        ]}
      />
    </Field>
  );
}
