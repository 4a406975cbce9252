"use client";

import { useRouter } from "next/navigation";
import { useEffect, useOptimistic, useState, useTransition } from "react";
import type { ActionFailure } from "@/server/action-result";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { mapAnswerImportAction } from "../actions";
import type { AnswerMapping } from "../mapping";

/**
 * What has been chosen on the check page, by import: several cards change the same mapping, each a part of it, and a choice
 * in one builds on the last choice of another even before the page has been counted anew.
 */
type Edits = { latest: AnswerMapping; saved: AnswerMapping; open: number; sending: Promise<unknown> };
const editsOf = new Map<string, Edits>();

function findEdits(importId: string, mapping: AnswerMapping): Edits {
  const known = editsOf.get(importId);
  if (known) return known;
  const made: Edits = { latest: mapping, saved: mapping, open: 0, sending: Promise.resolve() };
  editsOf.set(importId, made);
  return made;
}

/** Changes one thing of a mapping from the check page and counts again. `shown` is how the choice looks meanwhile. */
export function useMappingEdit(importId: string, mapping: AnswerMapping) {
  const organization = useOrganizationSlug();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [shown, showAlready] = useOptimistic(mapping);
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  useEffect(() => {
    const edits = findEdits(importId, mapping);
    // What the server says holds, unless something newer is on its way to it.
    if (edits.open === 0) Object.assign(edits, { latest: mapping, saved: mapping });
  }, [importId, mapping]);

  const save = (change: (mapping: AnswerMapping) => AnswerMapping) => {
    const edits = findEdits(importId, mapping);
    const sent = change(edits.latest);
    edits.latest = sent;
    edits.open += 1;
    start(async () => {
      showAlready(sent);
      // One after the other: the later one holds what the earlier ones chose.
      const sending = edits.sending.then(() =>
        callAction(() => mapAnswerImportAction(organization, { id: importId, mapping: sent })),
      );
      edits.sending = sending;
      const result = await sending;
      edits.open -= 1;
      if (result.ok) {
        edits.saved = sent;
        router.refresh();
      } else if (edits.open === 0) edits.latest = edits.saved;
      setFailure(result.ok ? null : result);
    });
  };
  return { shown, save, pending, failure };
}
