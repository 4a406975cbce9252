import type { ReactNode } from "react";
import { Card } from "./card";
import { Pagination, type PaginationProps } from "./pagination";
import { Stack } from "./stack";
import { Tabs, type TabsProps } from "./tabs";

export type ListFrameProps = {
  /** Parts of the list: in use, archived. */
  tabs?: TabsProps;
  /** A `FilterBar` or `SearchInput`. */
  filters?: ReactNode;
  /** Shown below as soon as there is something listed. */
  pagination: PaginationProps;
  /** The table. */
  children: ReactNode;
};

/** A searchable, paged list: parts, filters, the table on its card, pages. */
export function ListFrame({ tabs, filters, pagination, children }: ListFrameProps) {
  return (
    <Stack>
      {tabs && <Tabs {...tabs} />}
      {filters}
      <Card flush footer={pagination.total > 0 && <Pagination {...pagination} />}>
        {children}
      </Card>
    </Stack>
  );
}
