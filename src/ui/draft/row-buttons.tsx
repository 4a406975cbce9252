"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Button } from "../button";

/** The buttons that move and remove one of several things; an end of the list says so and stays in reach. */
export function RowButtons({
  labels,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  labels: { up: string; down: string; remove: string };
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  /** Without it there must be at least as many as there are. */
  onRemove?: () => void;
}) {
  return (
    <div className="flex shrink-0">
      <Button
        variant="ghost"
        size="small"
        iconOnly
        aria-label={labels.up}
        aria-disabled={isFirst}
        onClick={() => !isFirst && onMove(-1)}
        icon={<ArrowUp aria-hidden className="size-4" />}
      />
      <Button
        variant="ghost"
        size="small"
        iconOnly
        aria-label={labels.down}
        aria-disabled={isLast}
        onClick={() => !isLast && onMove(1)}
        icon={<ArrowDown aria-hidden className="size-4" />}
      />
      {onRemove && (
        <Button
          variant="ghost"
          size="small"
          iconOnly
          aria-label={labels.remove}
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      )}
    </div>
  );
}
