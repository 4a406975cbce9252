"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import type { ActionFailure } from "@/server/action-result";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { mapAnswerImportAction } from "../actions";
import type { AnswerMapping } from "../schema";

/** Changes one thing of a mapping from the check page and counts again. `shown` is how the choice looks meanwhile. */
export function useMappingEdit(importId: string, mapping: AnswerMapping) {
  const organization = useOrganizationSlug();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [shown, showAlready] = useOptimistic(mapping);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const save = (change: (mapping: AnswerMapping) => AnswerMapping) =>
    start(async () => {
      showAlready(change(mapping));
      const result = await callAction(() =>
        mapAnswerImportAction(organization, { id: importId, mapping: change(mapping) }),
      );
      if (result.ok) router.refresh();
      setFailure(result.ok ? null : result);
    });
  return { shown, save, pending, failure };
}
