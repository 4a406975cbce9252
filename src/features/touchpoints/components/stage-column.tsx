"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, Fragment } from "react";
import type { Stage } from "@/generated/prisma/enums";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { joinClasses } from "@/ui/join-classes";
import { useRecordEditor } from "@/ui/record-editor";
import type { JourneyTouchpoint, TouchpointMove } from "../schema";
import { TouchpointCard } from "./touchpoint-card";
import type { EditedTouchpoint } from "./touchpoint-editor";

export type StageColumnProps = {
  stage: Stage;
  touchpoints: JourneyTouchpoint[];
  canEdit: boolean;
  /** Only what was searched for is listed. */
  isFiltered: boolean;
  onMove: ((move: TouchpointMove) => void) | null;
  draggedId: string | null;
  /** Where a dragged touchpoint would land in this stage; undefined when it is over another one. */
  dropBeforeId: string | null | undefined;
  onDragStart: (id: string, event: DragEvent) => void;
  onDragOver: (beforeId: string | null) => void;
  onDragEnd: () => void;
  onDrop: () => void;
};

/** A stage of the journey with its touchpoints in their order. */
export function StageColumn(props: StageColumnProps) {
  const { stage, touchpoints, canEdit, isFiltered, onMove, draggedId, dropBeforeId } = props;
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  const edit = useRecordEditor<EditedTouchpoint>();
  const title = common(`stage.${stage}`);
  const isTarget = dropBeforeId !== undefined;
  const moveTo = (id: string, beforeId: string | null): TouchpointMove => ({ id, stage, beforeId });

  const dragOver = (event: DragEvent<HTMLElement>) => {
    if (!draggedId) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    props.onDragOver(findFollower(event.currentTarget, event.clientY, draggedId));
  };

  return (
    <section
      aria-label={title}
      onDragOver={dragOver}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
      className={joinClasses(
        "flex min-w-0 flex-col rounded-xl border bg-sunken/60 p-2.5 transition-colors",
        isTarget ? "border-accent" : "border-line",
      )}
    >
      <h2 className="flex items-center justify-between gap-2 px-1.5 pt-0.5 pb-2.5 font-semibold text-ink">
        {title}
        <Badge>
          <span aria-hidden>{touchpoints.length}</span>
          <span className="sr-only">{t("stageCount", { count: touchpoints.length })}</span>
        </Badge>
      </h2>
      <ol className="flex flex-col gap-2">
        {touchpoints.map((touchpoint, index) => (
          <Fragment key={touchpoint.id}>
            {dropBeforeId === touchpoint.id && <DropLine />}
            <TouchpointCard
              touchpoint={touchpoint}
              canEdit={canEdit}
              onMove={onMove}
              up={index > 0 ? moveTo(touchpoint.id, touchpoints[index - 1]?.id ?? null) : null}
              down={
                index < touchpoints.length - 1
                  ? moveTo(touchpoint.id, touchpoints[index + 2]?.id ?? null)
                  : null
              }
              isDragged={draggedId === touchpoint.id}
              onDragStart={(event) => props.onDragStart(touchpoint.id, event)}
              onDragEnd={props.onDragEnd}
            />
          </Fragment>
        ))}
        {dropBeforeId === null && <DropLine />}
      </ol>
      {touchpoints.length === 0 && (
        <p className="px-1.5 py-4 text-center text-muted">
          {t(isFiltered ? "stageNoMatch" : onMove ? "stageEmptyDrag" : "stageEmpty")}
        </p>
      )}
      {canEdit && (
        <Button
          variant="ghost"
          size="small"
          className="mt-2 w-full"
          aria-label={t("addToStage", { stage: title })}
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => edit({ stage })}
        >
          {t("add")}
        </Button>
      )}
    </section>
  );
}

function DropLine() {
  return <li aria-hidden className="-my-1.25 h-0.5 rounded-full bg-accent" />;
}

/** Before which touchpoint of the column the pointer is; null below the last. */
function findFollower(column: HTMLElement, pointerY: number, draggedId: string): string | null {
  for (const card of column.querySelectorAll<HTMLElement>("[data-touchpoint]")) {
    const id = card.dataset.touchpoint as string;
    const { top, height } = card.getBoundingClientRect();
    if (id !== draggedId && pointerY < top + height / 2) return id;
  }
  return null;
}
