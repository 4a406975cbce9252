"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useFailureText } from "@/ui/action-messages";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { useToast } from "@/ui/toast";
import { moveTouchpointAction } from "../actions";
import { applyMove } from "../rules";
import type { JourneyTouchpoint, TouchpointMove } from "../schema";

/**
 * Moves touchpoints: the screen shows the new order at once, the server stores it, and a message offers to take it back.
 * What could not be stored goes back to where it was.
 */
export function useJourneyMoves(touchpoints: JourneyTouchpoint[]) {
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  const ui = useTranslations("ui");
  const organization = useOrganizationSlug();
  const failureText = useFailureText();
  const toast = useToast();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(touchpoints, (journey, move: TouchpointMove) =>
    applyMove(journey, move),
  );

  const announce = ({ id, stage }: TouchpointMove, journey: JourneyTouchpoint[]) => {
    const inStage = journey.filter((touchpoint) => touchpoint.stage === stage);
    const index = inStage.findIndex((touchpoint) => touchpoint.id === id);
    const name = inStage[index]?.name ?? "";
    return t("move.done", { name, place: index + 1, stage: common(`stage.${stage}`) });
  };

  const save = (move: TouchpointMove, message: string, canUndo: boolean) =>
    startTransition(async () => {
      show(move);
      const result = await callAction(() => moveTouchpointAction(organization, move));
      if (!result.ok) {
        toast({ message: failureText(result), tone: "danger" });
        return;
      }
      const back = result.data;
      toast({ message, undo: canUndo ? () => save(back, ui("toast.undone"), false) : undefined });
    });

  return {
    shown,
    move: (move: TouchpointMove) => save(move, announce(move, applyMove(shown, move)), true),
  };
}
