"use client";

import { useLocale, useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { placeBefore } from "@/features/touchpoints/rules";
import { chooseText } from "@/server/input";
import { useFailureText } from "@/ui/action-messages";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { useToast } from "@/ui/toast";
import { moveBehaviourAction } from "../actions";
import type { Behaviour, BehaviourMove } from "../schema";

/** Moves behaviours: the screen shows the new order at once, the server stores it, and a message offers to take it back. */
export function useBehaviourMoves<B extends Behaviour>(behaviours: B[]) {
  const t = useTranslations("behaviours");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const organization = useOrganizationSlug();
  const failureText = useFailureText();
  const toast = useToast();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(behaviours, applyMove<B>);

  const save = (move: BehaviourMove, message: string, canUndo: boolean) =>
    startTransition(async () => {
      show(move);
      const result = await callAction(() => moveBehaviourAction(organization, move));
      if (!result.ok) {
        toast({ message: failureText(result), tone: "danger" });
        return;
      }
      const back = result.data;
      toast({ message, undo: canUndo ? () => save(back, ui("toast.undone"), false) : undefined });
    });

  return {
    shown,
    move: (move: BehaviourMove) => {
      const order = applyMove(shown, move);
      const index = order.findIndex(({ id }) => id === move.id);
      const name = chooseText(order[index]?.name ?? {}, locale);
      save(move, t("move.done", { name, place: index + 1 }), true);
    },
  };
}

function applyMove<B extends Behaviour>(behaviours: readonly B[], { id, beforeId }: BehaviourMove): B[] {
  const byId = new Map(behaviours.map((behaviour) => [behaviour.id, behaviour]));
  const order = placeBefore([...byId.keys()], id, beforeId);
  return order.flatMap((each) => byId.get(each) ?? []);
}
