import { useTranslations } from "next-intl";

/** The first rows as the file has them, so that a wrong separator or encoding is seen at once. */
export function FirstRows({ header, rows }: { header: string[]; rows: string[][] }) {
  const t = useTranslations("answerImports.reading");
  return (
    <section
      aria-label={t("firstRowsLabel")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className="max-h-80 overflow-auto border-t border-line"
    >
      <table className="border-collapse text-sm">
        <caption className="sr-only">{t("firstRowsLabel")}</caption>
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {header.map((name) => (
              <th
                key={name}
                scope="col"
                className="max-w-60 truncate px-3 py-2 text-left font-medium whitespace-nowrap text-muted"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity than their place
            <tr key={row}>
              {header.map((name, column) => (
                <td key={name} className="max-w-60 truncate px-3 py-1.5 whitespace-nowrap text-ink">
                  {cells[column] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
