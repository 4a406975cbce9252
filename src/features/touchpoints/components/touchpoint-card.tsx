"use client";

import { ChevronDown, ChevronUp, Flag, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DragEvent } from "react";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { joinClasses } from "@/ui/join-classes";
import { EditRecordButton } from "@/ui/record-editor";
import type { JourneyTouchpoint, TouchpointMove } from "../schema";
import { ChannelLabel } from "./channel-label";
import type { EditedTouchpoint } from "./touchpoint-editor";
import { TouchpointMenu } from "./touchpoint-menu";

export type TouchpointCardProps = {
  touchpoint: JourneyTouchpoint;
  canEdit: boolean;
  /** Null while the order cannot be changed. */
  onMove: ((move: TouchpointMove) => void) | null;
  /** The moves up and down; null at the ends of the stage. */
  up: TouchpointMove | null;
  down: TouchpointMove | null;
  isDragged: boolean;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
};

/** One touchpoint of a stage: dragged, or moved by its buttons and menu. */
export function TouchpointCard({
  touchpoint,
  canEdit,
  onMove,
  up,
  down,
  isDragged,
  onDragStart,
  onDragEnd,
}: TouchpointCardProps) {
  const t = useTranslations("touchpoints");
  const { name } = touchpoint;
  return (
    // Dragging is the pointer's way; the buttons and the menu are everybody's.
    <li
      data-touchpoint={touchpoint.id}
      draggable={onMove !== null}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      className={joinClasses(
        "flex items-start gap-1.5 rounded-lg border border-line bg-surface py-2 pr-1.5 pl-2 shadow-card",
        onMove && "cursor-grab active:cursor-grabbing",
        isDragged && "opacity-40",
      )}
    >
      {onMove && <GripVertical aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />}
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">
          {canEdit ? <EditRecordButton<EditedTouchpoint> record={touchpoint}>{name}</EditRecordButton> : name}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <ChannelLabel channel={touchpoint.channel} />
          {touchpoint.isCritical && (
            <Badge tone="warning" icon={<Flag aria-hidden className="size-3" />}>
              {t("critical")}
            </Badge>
          )}
        </p>
      </div>
      {canEdit && (
        <div className="flex shrink-0 items-center">
          {onMove && (
            <>
              <Button
                variant="ghost"
                size="small"
                iconOnly
                data-move="up"
                disabled={up === null}
                aria-label={t("move.up", { name })}
                icon={<ChevronUp aria-hidden className="size-4" />}
                onClick={() => up && onMove(up)}
              />
              <Button
                variant="ghost"
                size="small"
                iconOnly
                data-move="down"
                disabled={down === null}
                aria-label={t("move.down", { name })}
                icon={<ChevronDown aria-hidden className="size-4" />}
                onClick={() => down && onMove(down)}
              />
            </>
          )}
          <TouchpointMenu touchpoint={touchpoint} onMove={onMove ?? undefined} />
        </div>
      )}
    </li>
  );
}
