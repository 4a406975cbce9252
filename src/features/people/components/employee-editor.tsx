"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRecordMenuTexts } from "@/i18n/use-record-menu-texts";
import { Button } from "@/ui/button";
import { RecordEditor, useRecordEditor } from "@/ui/record-editor";
import { RecordMenu } from "@/ui/record-menu";
import {
  archiveEmployeeAction,
  deleteEmployeeAction,
  restoreEmployeeAction,
} from "../actions/places-and-employees";
import type { EmployeeRow } from "../schema";
import { EmployeeForm, type EmployeeFormProps } from "./employee-form";

/** The dialog of the page's employees, with the choices it needs sent once. */
export function EmployeeEditor({
  children,
  ...choices
}: Pick<EmployeeFormProps, "locations" | "teams" | "defaultLocationId"> & { children: ReactNode }) {
  const t = useTranslations("employees");
  return (
    <RecordEditor<EmployeeRow>
      title={(record) => t(record ? "form.editTitle" : "form.addTitle")}
      form={(employee, close) => <EmployeeForm {...choices} employee={employee} onDone={close} />}
    >
      {children}
    </RecordEditor>
  );
}

export function AddEmployeeButton() {
  const t = useTranslations("employees");
  const edit = useRecordEditor<EmployeeRow>();
  return (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}

export function EmployeeMenu({ employee }: { employee: EmployeeRow }) {
  const edit = useRecordEditor<EmployeeRow>();
  return (
    <RecordMenu
      texts={useRecordMenuTexts("employees", employee.name)}
      id={employee.id}
      isArchived={employee.isArchived}
      isUsed={employee.isUsed}
      onEdit={() => edit(employee)}
      archive={archiveEmployeeAction}
      restore={restoreEmployeeAction}
      remove={deleteEmployeeAction}
    />
  );
}
