"use client";

import { Send, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { publishAuditAction, returnAuditAction } from "../actions";
import type { ReviewNotes } from "../schema";
import { NotesCard } from "./notes-card";
import { useRemarks } from "./remarks-context";

/** The two ends of a review, back to the auditor with the remarks or out to those it concerns; either takes the notes along. */
export function FinishCard({
  auditId,
  auditorName,
  employeeName,
  days,
  notes: stored,
  suggested,
}: {
  auditId: string;
  auditorName: string;
  employeeName: string | null;
  days: { firstLook: number; appeal: number };
  notes: ReviewNotes;
  /** The form's suggestions for the failed items. */
  suggested: { key: string; text: string }[];
}) {
  const t = useTranslations("auditReview.desk");
  const { written, clear } = useRemarks();
  const [notes, setNotes] = useState(stored);
  const n = written.length;
  return (
    <>
      <NotesCard auditId={auditId} notes={notes} onChange={setNotes} suggested={suggested} />
      <Card title={t("finish")}>
        <div className="flex flex-wrap items-start gap-2">
          <ConfirmButton
            variant="primary"
            icon={<Send aria-hidden className="size-4" />}
            action={publishAuditAction}
            input={{ auditId, notes }}
            confirmTitle={t("publishTitle")}
            consequences={
              <span className="flex flex-col gap-2">
                <span>
                  {employeeName ? t("publishNamed", { name: employeeName }) : t("publishUnnamed")}{" "}
                  {t("publishOthers", { n: days.firstLook })}
                </span>
                <span>{t("publishAppeals", { n: days.appeal })}</span>
                {n > 0 && <span className="font-medium text-ink">{t("remarksLeft", { n })}</span>}
              </span>
            }
            confirmLabel={t("publish")}
            confirmVariant="primary"
            successMessage={t("published_")}
            onSuccess={clear}
          >
            {t("publish")}
          </ConfirmButton>
          <ConfirmButton
            icon={<Undo2 aria-hidden className="size-4" />}
            disabled={n === 0}
            action={returnAuditAction}
            input={{ auditId, remarks: written, notes }}
            confirmTitle={t("sendBackTitle")}
            consequences={t("sendBackText", { name: auditorName })}
            confirmLabel={t("sendBack", { n })}
            confirmVariant="primary"
            successMessage={t("sentBack")}
            onSuccess={clear}
          >
            {t("sendBack", { n })}
          </ConfirmButton>
        </div>
        {n === 0 && <p className="mt-3 text-sm text-muted">{t("sendBackHint")}</p>}
      </Card>
    </>
  );
}
