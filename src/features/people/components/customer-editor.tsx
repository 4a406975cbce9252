"use client";

import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { RecordEditor, useRecordEditor } from "@/ui/record-editor";
import type { CustomerRow } from "../schema";
import { CustomerForm, type CustomerFormProps } from "./customer-form";

/** The dialog in which customers are added and edited. */
export function CustomerEditor({
  children,
  ...choices
}: Pick<CustomerFormProps, "segments" | "defaultLanguage"> & { children: ReactNode }) {
  const t = useTranslations("customers");
  return (
    <RecordEditor<CustomerRow>
      title={(record) => t(record ? "form.editTitle" : "form.addTitle")}
      form={(customer, close) => <CustomerForm {...choices} customer={customer} onDone={close} />}
    >
      {children}
    </RecordEditor>
  );
}

export function AddCustomerButton() {
  const t = useTranslations("customers");
  const edit = useRecordEditor<CustomerRow>();
  return (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}

export function EditCustomerButton({ customer }: { customer: CustomerRow }) {
  const t = useTranslations("customers");
  const edit = useRecordEditor<CustomerRow>();
  return (
    <Button icon={<Pencil aria-hidden className="size-4" />} onClick={() => edit(customer)}>
      {t("actions.edit")}
    </Button>
  );
}
