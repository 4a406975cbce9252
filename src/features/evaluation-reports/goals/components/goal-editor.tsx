"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { RecordEditor } from "@/ui/record-editor";
import { Select, type SelectOption } from "@/ui/select";
import { Columns, Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";
import { createGoalAction, updateGoalAction } from "../actions";
import type { Goal } from "../schema";

type GoalEditorProps = { subjectId: string; competencies: SelectOption[]; children: ReactNode };

/** The dialog in which the plan's goals are added and edited. */
export function GoalEditor({ subjectId, competencies, children }: GoalEditorProps) {
  const t = useTranslations("developmentGoals");
  return (
    <RecordEditor<Goal>
      title={(goal) => t(goal ? "form.editTitle" : "form.addTitle")}
      form={(goal, close) => (
        <GoalForm goal={goal} subjectId={subjectId} competencies={competencies} onDone={close} />
      )}
    >
      {children}
    </RecordEditor>
  );
}

function GoalForm({
  goal,
  subjectId,
  competencies,
  onDone,
}: Omit<GoalEditorProps, "children"> & { goal: Goal | null; onDone: () => void }) {
  const t = useTranslations("developmentGoals");
  const ui = useTranslations("ui");
  return (
    <ActionForm
      action={goal ? updateGoalAction : createGoalAction}
      successMessage={t("form.saved")}
      onSuccess={onDone}
    >
      {goal ? (
        <input type="hidden" name="id" value={goal.id} />
      ) : (
        <input type="hidden" name="subjectId" value={subjectId} />
      )}
      <Field name="title" label={t("form.title")} hint={t("form.titleHint")} required>
        <TextInput defaultValue={goal?.title} maxLength={160} autoComplete="off" />
      </Field>
      <Field name="plan" label={t("form.plan")} hint={t("form.planHint")} required>
        <Textarea defaultValue={goal?.plan} rows={4} maxLength={2000} />
      </Field>
      <Columns count={2}>
        <Field name="competencyKey" label={t("form.competency")} optional>
          <Select
            defaultValue={goal?.competencyKey ?? ""}
            placeholder={t("form.noCompetency")}
            options={competencies}
          />
        </Field>
        <Field name="dueOn" label={t("form.dueOn")} optional>
          <DateInput defaultValue={goal?.dueOn?.toISOString().slice(0, 10)} />
        </Field>
      </Columns>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}
