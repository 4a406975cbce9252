"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Combobox } from "@/ui/combobox";
import { joinClasses } from "@/ui/join-classes";
import { Select } from "@/ui/select";

/** More than this many are found by typing. */
const MOST_IN_LIST = 40;

export type ValueChoice = { value: string; label: string };

/** The values of a column, the most frequent first, each with what it means. */
export function ValueChoices({
  column,
  values,
  hasMore,
  chosen,
  options,
  onChoose,
}: {
  column: string;
  values: { value: string; count: number }[];
  hasMore: boolean;
  chosen: (value: string) => string;
  options: (value: string) => ValueChoice[];
  onChoose: (value: string, choice: string) => void;
}) {
  const t = useTranslations("answerImports.columns");
  const format = useFormatter();
  if (values.length === 0) return <p className="text-muted">{t("allEmpty")}</p>;
  return (
    <div>
      <table className="w-full border-collapse">
        <caption className="mb-1.5 text-left font-medium text-ink">{t("values")}</caption>
        <thead>
          <tr className="text-left text-sm text-muted">
            <th scope="col" className="py-1 pr-3 font-medium">
              {t("value")}
            </th>
            <th scope="col" className="w-16 py-1 pr-4 text-right font-medium">
              {t("rows")}
            </th>
            <th scope="col" className="w-[55%] py-1 font-medium sm:w-72">
              {t("meaning")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {values.map(({ value, count }) => {
            const choice = chosen(value);
            const listed = options(value);
            const label = t("meaningOf", { value });
            return (
              <tr key={value}>
                <th scope="row" className="py-1.5 pr-3 text-left font-normal break-all text-ink">
                  {value}
                </th>
                <td className="py-1.5 pr-4 text-right text-muted tabular-nums">{format.number(count)}</td>
                <td className={joinClasses("py-1.5", choice !== "" && "font-medium")}>
                  {listed.length > MOST_IN_LIST ? (
                    <Combobox
                      key={choice}
                      aria-label={label}
                      options={listed.filter((option) => option.value !== "")}
                      selected={listed.find((option) => option.value === choice && choice !== "") ?? null}
                      placeholder={listed.find((option) => option.value === "")?.label}
                      onSelect={(option) => onChoose(value, option?.value ?? "")}
                    />
                  ) : (
                    <Select
                      aria-label={`${column}: ${label}`}
                      value={choice}
                      options={listed}
                      onChange={(event) => onChoose(value, event.target.value)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hasMore && <p className="mt-2 text-sm text-muted">{t("moreValues")}</p>}
    </div>
  );
}
