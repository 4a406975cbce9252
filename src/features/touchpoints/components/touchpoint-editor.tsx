"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Stage } from "@/generated/prisma/enums";
import { Button } from "@/ui/button";
import { RecordEditor, useRecordEditor } from "@/ui/record-editor";
import type { JourneyTouchpoint } from "../schema";
import { TouchpointForm } from "./touchpoint-form";

/** A touchpoint to change, or the stage to add one to. */
export type EditedTouchpoint = JourneyTouchpoint | { stage: Stage };

/** The dialog of the page's touchpoints. */
export function TouchpointEditor({ children }: { children: ReactNode }) {
  const t = useTranslations("touchpoints");
  return (
    <RecordEditor<EditedTouchpoint>
      title={(record) => t(record && "id" in record ? "form.editTitle" : "form.addTitle")}
      form={(record, close) => (
        <TouchpointForm
          touchpoint={record && "id" in record ? record : null}
          defaultStage={record?.stage ?? "before"}
          onDone={close}
        />
      )}
    >
      {children}
    </RecordEditor>
  );
}

export function AddTouchpointButton({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const t = useTranslations("touchpoints");
  const edit = useRecordEditor<EditedTouchpoint>();
  return (
    <Button variant={variant} icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}
