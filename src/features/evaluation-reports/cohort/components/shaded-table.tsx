import type { ReactNode } from "react";
import { joinClasses } from "@/ui/join-classes";
import { ScrollRegion } from "@/ui/scroll-region";

export type ShadedCell = {
  key: string;
  /** The message; the shade only repeats it. */
  text: string;
  detail?: string;
  /** 0…1; null for no figure. */
  shade: number | null;
};

export type ShadedRow = {
  key: string;
  header: ReactNode;
  /** How far it is moved in below the row it belongs to. */
  depth?: number;
  /** Said instead of cells. */
  note?: string;
  cells: ShadedCell[];
};

const indents = ["", "pl-8 sm:pl-10", "pl-12 sm:pl-15"];

/** Rows and columns of numbers whose shade grows with them, so that patterns show; readable without any colour. */
export function ShadedTable({
  caption,
  corner,
  columns,
  rows,
  tone,
}: {
  caption: string;
  corner: string;
  columns: { key: string; header: ReactNode }[];
  rows: ShadedRow[];
  tone: "detractor" | "accent";
}) {
  return (
    <ScrollRegion label={caption} isWide>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-36 bg-surface px-4 py-2 text-left align-bottom font-medium text-muted sm:min-w-44 sm:px-5"
            >
              {corner}
            </th>
            {columns.map(({ key, header }) => (
              <th
                key={key}
                scope="col"
                className="min-w-20 px-2 py-2 text-center align-bottom font-medium text-muted"
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line last:border-0">
              <th
                scope="row"
                className={joinClasses(
                  "sticky left-0 z-10 bg-surface px-4 py-2 text-left text-ink sm:px-5",
                  indents[row.depth ?? 0],
                  row.depth === 0 ? "font-semibold" : "font-normal",
                )}
              >
                {row.header}
              </th>
              {row.note ? (
                <td colSpan={columns.length} className="px-2 py-2 text-muted">
                  {row.note}
                </td>
              ) : (
                row.cells.map((cell) => <Cell key={cell.key} cell={cell} tone={tone} />)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ cell, tone }: { cell: ShadedCell; tone: "detractor" | "accent" }) {
  if (cell.shade === null) return <td className="px-2 py-2 text-center text-muted">{cell.text}</td>;
  return (
    <td className="px-2 py-2 text-center text-ink" style={{ backgroundColor: shadeOf(cell.shade, tone) }}>
      <span className="font-medium tabular-nums">{cell.text}</span>
      {cell.detail && <span className="block text-xs tabular-nums">{cell.detail}</span>}
    </td>
  );
}

/** The ink keeps its contrast on the strongest one, in both themes. */
export function shadeOf(share: number, tone: "detractor" | "accent"): string {
  const strongest = tone === "detractor" ? 45 : 35;
  return `color-mix(in srgb, var(--${tone}) ${Math.round(share * strongest)}%, transparent)`;
}
