"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRecordMenuTexts } from "@/i18n/use-record-menu-texts";
import { MenuButton } from "@/ui/menu";
import { useRecordEditor } from "@/ui/record-editor";
import { RecordMenu } from "@/ui/record-menu";
import { archiveTouchpointAction, deleteTouchpointAction, restoreTouchpointAction } from "../actions";
import { type JourneyTouchpoint, STAGES, type TouchpointMove } from "../schema";
import type { EditedTouchpoint } from "./touchpoint-editor";

/** What can be done with a touchpoint; with `onMove` also to another stage. */
export function TouchpointMenu({
  touchpoint,
  onMove,
}: {
  touchpoint: JourneyTouchpoint;
  onMove?: (move: TouchpointMove) => void;
}) {
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  const edit = useRecordEditor<EditedTouchpoint>();
  return (
    <RecordMenu
      texts={useRecordMenuTexts("touchpoints", touchpoint.name)}
      id={touchpoint.id}
      isArchived={touchpoint.isArchived}
      isUsed={touchpoint.isUsed}
      onEdit={() => edit(touchpoint)}
      archive={archiveTouchpointAction}
      restore={restoreTouchpointAction}
      remove={deleteTouchpointAction}
    >
      {onMove &&
        STAGES.filter((stage) => stage !== touchpoint.stage).map((stage) => (
          <MenuButton
            key={stage}
            icon={<ArrowRight aria-hidden />}
            onSelect={() => onMove({ id: touchpoint.id, stage, beforeId: null })}
          >
            {t("move.toStage", { stage: common(`stage.${stage}`) })}
          </MenuButton>
        ))}
    </RecordMenu>
  );
}
