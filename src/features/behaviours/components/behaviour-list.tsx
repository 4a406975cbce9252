"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EditRecordButton } from "@/ui/record-editor";
import type { Behaviour, BehaviourMove, BehaviourUses } from "../schema";
import { BehaviourMenu } from "./behaviour-menu";
import { useBehaviourMoves } from "./use-behaviour-moves";

/** A behaviour with what asks about it now. */
export type BehaviourRow = Behaviour & { uses: BehaviourUses };

/** The service standard in its order: names that open the editor, and buttons that move. */
export function BehaviourList({ behaviours, canEdit }: { behaviours: BehaviourRow[]; canEdit: boolean }) {
  const t = useTranslations("behaviours");
  const { shown, move } = useBehaviourMoves(behaviours);
  return (
    <Card flush>
      <ol aria-label={t("title")} className="divide-y divide-line">
        {shown.map((behaviour, index) => (
          <BehaviourItem
            key={behaviour.id}
            behaviour={behaviour}
            canEdit={canEdit}
            up={index > 0 ? { id: behaviour.id, beforeId: shown[index - 1]?.id ?? null } : null}
            down={
              index < shown.length - 1 ? { id: behaviour.id, beforeId: shown[index + 2]?.id ?? null } : null
            }
            onMove={move}
          />
        ))}
      </ol>
    </Card>
  );
}

/** The behaviours out of use, to look up and take back. */
export function ArchivedBehaviours({
  behaviours,
  canEdit,
}: {
  behaviours: BehaviourRow[];
  canEdit: boolean;
}) {
  const t = useTranslations("behaviours");
  return (
    <Card title={t("archivedTitle")} description={t("archivedText")} flush>
      <ul className="divide-y divide-line border-t border-line">
        {behaviours.map((behaviour) => (
          <BehaviourItem key={behaviour.id} behaviour={behaviour} canEdit={canEdit} />
        ))}
      </ul>
    </Card>
  );
}

function BehaviourItem({
  behaviour,
  canEdit,
  up,
  down,
  onMove,
}: {
  behaviour: BehaviourRow;
  canEdit: boolean;
  up?: BehaviourMove | null;
  down?: BehaviourMove | null;
  onMove?: (move: BehaviourMove) => void;
}) {
  const t = useTranslations("behaviours");
  const locale = useLocale();
  const name = chooseText(behaviour.name, locale);
  const description = chooseText(behaviour.description, locale);
  const { surveys, auditForms, frameworks } = behaviour.uses;
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">
          {canEdit ? <EditRecordButton<Behaviour> record={behaviour}>{name}</EditRecordButton> : name}
        </p>
        {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
        <p className="mt-1 text-sm text-muted">
          {surveys + auditForms + frameworks === 0
            ? t("uses.none")
            : [
                auditForms > 0 && t("uses.auditForms", { count: auditForms }),
                surveys > 0 && t("uses.surveys", { count: surveys }),
                frameworks > 0 && t("uses.frameworks", { count: frameworks }),
              ]
                .filter(Boolean)
                .join(" · ")}
        </p>
      </div>
      {canEdit && (
        <div className="flex shrink-0 items-center">
          {onMove && (
            <>
              <MoveButton direction="up" name={name} move={up ?? null} onMove={onMove} />
              <MoveButton direction="down" name={name} move={down ?? null} onMove={onMove} />
            </>
          )}
          <BehaviourMenu behaviour={behaviour} />
        </div>
      )}
    </li>
  );
}

function MoveButton({
  direction,
  name,
  move,
  onMove,
}: {
  direction: "up" | "down";
  name: string;
  /** Null at the end of the list. */
  move: BehaviourMove | null;
  onMove: (move: BehaviourMove) => void;
}) {
  const t = useTranslations("behaviours");
  const Icon = direction === "up" ? ChevronUp : ChevronDown;
  return (
    <Button
      variant="ghost"
      size="small"
      iconOnly
      // Not `disabled`: at the end of the list the button keeps the focus it was pressed with.
      aria-disabled={move === null}
      aria-label={t(`move.${direction}`, { name })}
      icon={<Icon aria-hidden className="size-4" />}
      onClick={() => move && onMove(move)}
    />
  );
}
