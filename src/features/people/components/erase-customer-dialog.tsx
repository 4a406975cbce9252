"use client";

import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { FieldGroup } from "@/ui/field";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { eraseCustomerAction } from "../actions/customers";

/** Says what erasing removes and what stays, and asks for a deliberate yes: it cannot be taken back. */
export function EraseCustomerDialog({
  id,
  open,
  onClose,
}: {
  id: string;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("customers");
  const ui = useTranslations("ui");
  return (
    <Dialog open={open} onClose={onClose} title={t("erase.title")} description={t("erase.text")}>
      <ActionForm action={eraseCustomerAction} successMessage={t("erase.done")} onSuccess={onClose}>
        <input type="hidden" name="id" value={id} />
        <Stack>
          <Points
            title={t("erase.goes")}
            items={t("erase.goesItems")}
            icon={<Minus aria-hidden className="mt-1 size-3.5 shrink-0 text-danger" />}
          />
          <Points
            title={t("erase.stays")}
            items={t("erase.staysItems")}
            icon={<Check aria-hidden className="mt-1 size-3.5 shrink-0 text-accent-ink" />}
          />
          <p className="text-sm text-muted">{t("erase.anonymous")}</p>
        </Stack>
        <FieldGroup name="isConfirmed" label={t("erase.confirmation")} hideLabel>
          <Checkbox name="isConfirmed" label={t("erase.confirm")} />
        </FieldGroup>
        <Row className="justify-end">
          <Button onClick={onClose}>{ui("action.cancel")}</Button>
          <SubmitButton variant="danger" pendingText={ui("action.working")}>
            {t("erase.submit")}
          </SubmitButton>
        </Row>
      </ActionForm>
    </Dialog>
  );
}

function Points({ title, items, icon }: { title: string; items: string; icon: ReactNode }) {
  return (
    <section>
      <h3 className="font-semibold text-ink">{title}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {items.split("\n").map((item) => (
          <li key={item} className="flex gap-2">
            {icon}
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
