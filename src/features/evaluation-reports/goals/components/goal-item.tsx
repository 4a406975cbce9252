"use client";

import { CircleCheck, CircleSlash, Pencil, Plus, RotateCcw, Sprout, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { Menu, MenuButton, MenuSeparator } from "@/ui/menu";
import { MenuAction } from "@/ui/menu-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { useRecordEditor } from "@/ui/record-editor";
import { changeGoalStatusAction, deleteGoalAction } from "../actions";
import type { Goal } from "../schema";

const TONES = { open: "accent", done: "better", dropped: "neutral" } as const;

/** A goal with what can be done about it. */
export function GoalItem({
  goal,
  competency,
  due,
  mayAct,
}: {
  goal: Goal;
  competency: string | null;
  /** Finished text. */
  due: string | null;
  /** Whether the reader may make an improvement action. */
  mayAct: boolean;
}) {
  const t = useTranslations("developmentGoals");
  const organization = useOrganizationSlug();
  const about = [competency, due && t("due", { day: due })].filter(Boolean).join(" · ");
  return (
    <li className="flex items-start gap-3 px-4 py-4 sm:px-5">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="font-medium break-words text-ink">{goal.title}</h3>
          <Badge tone={TONES[goal.status]}>{t(`status.${goal.status}`)}</Badge>
        </div>
        <p className="max-w-prose break-words whitespace-pre-line">{goal.plan}</p>
        {about && <p className="text-sm text-muted">{about}</p>}
        {goal.hasAction && (
          <p className="flex items-center gap-1.5 text-sm text-muted">
            <Sprout aria-hidden className="size-4" />
            {t("hasAction")}
          </p>
        )}
        {mayAct && !goal.hasAction && goal.status === "open" && (
          <div className="print:hidden">
            <LinkButton
              size="small"
              href={`/o/${organization}/improvement-actions/new?goal=${goal.id}`}
              icon={<Sprout aria-hidden className="size-4" />}
            >
              {t("makeAction")}
            </LinkButton>
          </div>
        )}
      </div>
      <GoalMenu goal={goal} />
    </li>
  );
}

function GoalMenu({ goal }: { goal: Goal }) {
  const t = useTranslations("developmentGoals");
  const edit = useRecordEditor<Goal>();
  const { id, title, status } = goal;
  return (
    <Menu label={t("menu.label", { title })}>
      <MenuButton icon={<Pencil aria-hidden />} onSelect={() => edit(goal)}>
        {t("menu.edit")}
      </MenuButton>
      {status === "open" ? (
        <>
          <MenuAction
            action={changeGoalStatusAction}
            input={{ id, status: "done" }}
            icon={<CircleCheck aria-hidden />}
            successMessage={t("menu.saidDone")}
          >
            {t("menu.done")}
          </MenuAction>
          <MenuAction
            action={changeGoalStatusAction}
            input={{ id, status: "dropped" }}
            icon={<CircleSlash aria-hidden />}
            successMessage={t("menu.saidDropped")}
          >
            {t("menu.drop")}
          </MenuAction>
        </>
      ) : (
        <MenuAction
          action={changeGoalStatusAction}
          input={{ id, status: "open" }}
          icon={<RotateCcw aria-hidden />}
          successMessage={t("menu.saidReopened")}
        >
          {t("menu.reopen")}
        </MenuAction>
      )}
      <MenuSeparator />
      <MenuAction
        action={deleteGoalAction}
        input={{ id }}
        danger
        icon={<Trash2 aria-hidden />}
        successMessage={t("menu.saidDeleted")}
        confirm={{ title: t("delete.title"), consequences: t("delete.text"), label: t("delete.confirm") }}
      >
        {t("menu.delete")}
      </MenuAction>
    </Menu>
  );
}

export function AddGoalButton() {
  const t = useTranslations("developmentGoals");
  const edit = useRecordEditor<Goal>();
  return (
    <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}
