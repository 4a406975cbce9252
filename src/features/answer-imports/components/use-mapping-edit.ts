"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { ActionFailure } from "@/server/action-result";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { mapAnswerImportAction } from "../actions";
import type { AnswerMapping } from "../schema";

/** Changes one thing of a mapping from the check page and counts again. Pending until the new figures are there. */
export function useMappingEdit(importId: string, mapping: AnswerMapping) {
  const organization = useOrganizationSlug();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const save = (change: (mapping: AnswerMapping) => AnswerMapping) =>
    start(async () => {
      const result = await callAction(() =>
        mapAnswerImportAction(organization, { id: importId, mapping: change(mapping) }),
      );
      if (result.ok) router.refresh();
      setFailure(result.ok ? null : result);
    });
  return { save, pending, failure };
}
