"use client";

import { type DragEvent, useEffect, useRef, useState } from "react";
import type { Stage } from "@/generated/prisma/enums";
import { followerOf } from "../rules";
import { type JourneyTouchpoint, STAGES, type TouchpointMove } from "../schema";
import { StageColumn } from "./stage-column";
import { useJourneyMoves } from "./use-journey-moves";

type DropTarget = { stage: Stage; beforeId: string | null };

/** The journey: three stages beside each other, below each other on a phone. */
export function JourneyBoard({
  touchpoints,
  canEdit,
  isFiltered,
}: {
  /** In the order of the journey, without archived ones. */
  touchpoints: JourneyTouchpoint[];
  canEdit: boolean;
  /** Only what was searched for is listed: the order cannot be changed. */
  isFiltered: boolean;
}) {
  const { shown, move } = useJourneyMoves(touchpoints);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [target, setTarget] = useState<DropTarget | null>(null);
  const { board, keepFocus } = useKeptFocus(shown);

  const moveAndKeepFocus = (next: TouchpointMove) => {
    keepFocus(next.id);
    move(next);
  };
  const endDrag = () => {
    setDraggedId(null);
    setTarget(null);
  };
  const drop = () => {
    const dragged = shown.find((touchpoint) => touchpoint.id === draggedId);
    if (dragged && target) {
      const order = shown.filter((one) => one.stage === dragged.stage).map((one) => one.id);
      const isThere = dragged.stage === target.stage && followerOf(order, dragged.id) === target.beforeId;
      if (!isThere) move({ id: dragged.id, ...target });
    }
    endDrag();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that a dragged card has left
    <div
      ref={board}
      className="grid items-start gap-4 md:grid-cols-3"
      onDragLeave={(event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setTarget(null);
      }}
    >
      {STAGES.map((stage) => (
        <StageColumn
          key={stage}
          stage={stage}
          touchpoints={shown.filter((touchpoint) => touchpoint.stage === stage)}
          canEdit={canEdit}
          isFiltered={isFiltered}
          onMove={canEdit && !isFiltered ? moveAndKeepFocus : null}
          draggedId={draggedId}
          dropBeforeId={target?.stage === stage ? target.beforeId : undefined}
          onDragStart={(id, event) => {
            event.dataTransfer.setData("text/plain", id);
            event.dataTransfer.effectAllowed = "move";
            setDraggedId(id);
          }}
          onDragOver={(beforeId) => {
            if (target?.stage !== stage || target.beforeId !== beforeId) setTarget({ stage, beforeId });
          }}
          onDragEnd={endDrag}
          onDrop={drop}
        />
      ))}
    </div>
  );
}

/** A card that moves takes the keyboard's focus along: to the button that was pressed, or the other one at an end. */
function useKeptFocus(shown: JourneyTouchpoint[]) {
  const board = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ id: string; control: string | null } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the order on screen has changed
  useEffect(() => {
    if (!wanted.current) return;
    const { id, control } = wanted.current;
    wanted.current = null;
    const card = board.current?.querySelector(`[data-touchpoint="${id}"]`);
    const buttons = Array.from(card?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? []);
    const same = buttons.find((button) => control !== null && button.dataset.move === control);
    (same ?? buttons.find((button) => button.dataset.move) ?? buttons[0])?.focus();
  }, [shown]);

  const keepFocus = (id: string) => {
    const { activeElement } = document;
    wanted.current = { id, control: activeElement?.getAttribute("data-move") ?? null };
  };
  return { board, keepFocus };
}
