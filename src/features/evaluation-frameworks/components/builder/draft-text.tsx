"use client";

import { DefinitionText, type DefinitionTextProps } from "@/ui/draft/definition-text";
import { useFrameworkBuilder } from "./builder-context";

/** One text of the framework in the language being edited. */
export function DraftText({
  page,
  ...text
}: DefinitionTextProps & {
  /** What the preview shows while this is edited. */
  page?: string;
}) {
  const { draft, language, main, errors, change, showInPreview } = useFrameworkBuilder();
  return (
    <DefinitionText
      {...text}
      editing={{ definition: draft.definition, language, main, errors, change }}
      onFocus={page === undefined ? undefined : () => showInPreview(page)}
    />
  );
}
