import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";
import { ScrollRegion } from "./scroll-region";
import { TableRow } from "./table-row";

export type Column<R> = {
  key: string;
  header: ReactNode;
  cell: (row: R) => ReactNode;
  /** "end" for numbers: right-aligned, figures of equal width. */
  align?: "start" | "end" | "center";
  /** Makes the header a link that sorts; `direction` is set on the column sorted by. */
  sort?: { href: string; direction?: "ascending" | "descending" };
  /** The column that names the row; the first one unless said otherwise. */
  rowHeader?: boolean;
  /** CSS width. */
  width?: string;
  /** Left out below 640 px. */
  hideOnPhone?: boolean;
  /** The header is only read out: for a column of buttons. */
  hideHeader?: boolean;
  className?: string;
};

export type TableProps<R> = {
  /** Says what the table holds; read out, not shown. */
  caption: string;
  columns: Column<R>[];
  rows: R[];
  rowKey: (row: R) => string;
  /** The whole row goes there; the row header becomes the link. */
  rowHref?: (row: R) => string | undefined;
  /** Greys a row: archived, too few answers. */
  rowMuted?: (row: R) => boolean;
  /** Cells of a last row of totals by column key. */
  totals?: Record<string, ReactNode>;
  /** On a phone: scroll sideways, or one card per row. */
  onPhone?: "scroll" | "cards";
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
};

/** Safari forgets what a table is when its parts are laid out as cards; said explicitly it remembers. */
const cardRoles = {
  table: "table",
  rowgroup: "rowgroup",
  row: "row",
  columnheader: "columnheader",
  rowheader: "rowheader",
  cell: "cell",
} as const;
type Roles = { [name in keyof typeof cardRoles]?: (typeof cardRoles)[name] };
const noRoles: Roles = {};

const alignments = { start: "text-left", end: "text-right tabular-nums", center: "text-center" };

/** A dense table. Put it in a `<Card flush>`; the header stays in view while the page scrolls. */
export function Table<R>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  rowMuted,
  totals,
  onPhone = "scroll",
  empty,
}: TableProps<R>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const headerKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key;
  const cards = onPhone === "cards";
  const roles: Roles = cards ? cardRoles : noRoles;

  return (
    <ScrollRegion label={caption}>
      <table
        role={roles.table}
        className={joinClasses("data-table w-full border-collapse text-base", cards && "data-table-cards")}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role={roles.rowgroup}>
          <tr role={roles.row}>
            {columns.map((column) => (
              <th
                key={column.key}
                role={roles.columnheader}
                scope="col"
                aria-sort={column.sort?.direction}
                style={column.width ? { width: column.width } : undefined}
                className={joinClasses(
                  "text-sm font-medium whitespace-nowrap text-muted",
                  alignments[column.align ?? "start"],
                  column.hideOnPhone && "max-sm:hidden",
                )}
              >
                <ColumnHeader column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={roles.rowgroup}>
          {rows.map((row) => {
            const href = rowHref?.(row);
            return (
              <TableRow key={rowKey(row)} role={roles.row} href={href} muted={rowMuted?.(row) ?? false}>
                {columns.map((column) => (
                  <Cell key={column.key} roles={roles} column={column} rowHeader={column.key === headerKey}>
                    {column.key === headerKey && href ? (
                      <Link href={href} className="rounded-sm font-medium text-ink hover:underline">
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </Cell>
                ))}
              </TableRow>
            );
          })}
        </tbody>
        {totals && (
          <tfoot role={roles.rowgroup}>
            <tr role={roles.row} className="font-medium">
              {columns.map((column) => (
                <Cell key={column.key} roles={roles} column={column} rowHeader={column.key === headerKey}>
                  {totals[column.key]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}

function ColumnHeader<R>({ column }: { column: Column<R> }) {
  if (column.hideHeader) return <span className="sr-only">{column.header}</span>;
  if (!column.sort) return column.header;
  const { href, direction } = column.sort;
  const Icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <Link
      href={href}
      scroll={false}
      className={joinClasses(
        "control-height-small inline-flex items-center gap-1 rounded-sm hover:text-ink",
        column.align === "end" && "flex-row-reverse",
        direction && "text-ink",
      )}
    >
      {column.header}
      <Icon aria-hidden className={joinClasses("size-3.5", !direction && "opacity-50")} />
    </Link>
  );
}

function Cell<R>({
  roles,
  column,
  rowHeader,
  children,
}: {
  roles: Roles;
  column: Column<R>;
  rowHeader: boolean;
  children: ReactNode;
}) {
  const className = joinClasses(
    alignments[column.align ?? "start"],
    rowHeader && "font-normal",
    column.hideOnPhone && "max-sm:hidden",
    column.className,
  );
  if (rowHeader) {
    return (
      <th role={roles.rowheader} scope="row" className={className}>
        {children}
      </th>
    );
  }
  return (
    <td role={roles.cell} className={className}>
      {/* Only seen where rows are cards: there the column headers are out of sight. */}
      <span aria-hidden className="data-table-label">
        {column.hideHeader ? null : column.header}
      </span>
      {children}
    </td>
  );
}
