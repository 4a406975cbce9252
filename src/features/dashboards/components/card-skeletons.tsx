import { Card } from "@/ui/card";
import { Skeleton, SkeletonChart, SkeletonTable, SkeletonText } from "@/ui/skeleton";

/** The size of a chart on its sheet. */
export function ChartCardSkeleton({ height }: { height: number }) {
  return (
    <Card>
      <Skeleton className="mb-2 h-5 w-40" />
      <Skeleton className="mb-5 h-4 w-64 max-w-full" />
      <SkeletonChart height={height} />
    </Card>
  );
}

/** Enough to be seen; every row drawn here is sent with each page, and then replaced. */
const ROWS_DRAWN = 6;
const ROW_HEIGHT = 57;

/** The size of a table on its sheet. */
export function TableCardSkeleton({ rows }: { rows: number }) {
  return (
    <Card flush>
      <div className="px-5 py-4">
        <Skeleton className="h-5 w-48" />
      </div>
      <div style={{ minHeight: rows * ROW_HEIGHT }}>
        <SkeletonTable rows={Math.min(rows, ROWS_DRAWN)} columns={4} />
      </div>
    </Card>
  );
}

/** The size of a list of comments. */
export function CommentsCardSkeleton({ comments }: { comments: number }) {
  return (
    <Card>
      <Skeleton className="mb-5 h-5 w-48" />
      <div className="flex flex-col gap-8">
        {Array.from({ length: comments }, (_, index) => `comment ${index}`).map((key) => (
          <SkeletonText key={key} lines={2} />
        ))}
      </div>
    </Card>
  );
}
