"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Callout } from "@/ui/callout";
import { LinkButton } from "@/ui/link-button";
import { useOrganizationSlug } from "@/ui/organization-context";
import { listUnsent } from "../../entry/entry-store";

/** Audits of which this device keeps something that was not sent: opening one sends it. Nothing where there is none. */
export function UnsentNotice({ memberId }: { memberId: string }) {
  const t = useTranslations("audits.unsent");
  const organization = useOrganizationSlug();
  const [unsent, setUnsent] = useState<[auditId: string, count: number][]>([]);
  useEffect(() => {
    let isGone = false;
    listUnsent(memberId).then(
      (counts) => !isGone && setUnsent(Object.entries(counts)),
      // A browser that stores nothing keeps nothing.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [memberId]);
  return unsent.map(([auditId, count]) => (
    <Callout
      key={auditId}
      tone="warning"
      className="mb-4"
      title={t("title", { count })}
      actions={
        <LinkButton className="min-h-12" href={`/o/${organization}/audits/${auditId}/enter`}>
          {t("open")}
        </LinkButton>
      }
    >
      {t("text")}
    </Callout>
  ));
}
