"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { useOrganizationSlug } from "@/ui/organization-context";
import { openEntryStore } from "../../entry/entry-store";
import { forgetPages } from "../../entry/kept-pages";

/**
 * What the device still keeps of an audit that can no longer be written: nothing as a rule, and then its copy of the form
 * goes too. Answers the server never got (submitted on another device meanwhile) stay until the person lets them go.
 */
export function LeftOnDevice({ memberId, auditId }: { memberId: string; auditId: string }) {
  const t = useTranslations("audits.entry.left");
  const organization = useOrganizationSlug();
  const [count, setCount] = useState(0);
  useEffect(() => {
    const store = openEntryStore(memberId, auditId);
    void forgetPages(`/o/${organization}/audits/${auditId}/enter`);
    void (async () => {
      try {
        const { pendingAnswers, pendingPhotos, pendingVisit } = await store.load();
        const waiting = pendingAnswers.length + pendingPhotos.length + (pendingVisit ? 1 : 0);
        if (waiting > 0) setCount(waiting);
        else await store.clear();
      } catch {
        // A browser that stores nothing has nothing left.
      }
    })();
  }, [memberId, auditId, organization]);

  if (count === 0) return null;
  return (
    <Callout
      tone="warning"
      title={t("title", { count })}
      actions={
        <Button
          className="min-h-12"
          onClick={() => {
            setCount(0);
            void openEntryStore(memberId, auditId).clear();
          }}
        >
          {t("remove")}
        </Button>
      }
    >
      {t("text")}
    </Callout>
  );
}
