"use client";

import type { ReactNode } from "react";
import { type Language, TranslatedField } from "./translated-field";
import { valueAt, withValueAt } from "./value-at";

/** Where a text of a definition is edited: the definition, the language on screen, and who is told of changes. */
export type TextEditing<Definition> = {
  definition: Definition;
  language: string;
  main: Language;
  /** Error text by field name. */
  errors: Record<string, string>;
  change: (update: (definition: Definition) => Definition, field?: string) => void;
};

/** How one text is shown in an editor. */
export type DefinitionTextProps = {
  /** Where it stands in the definition ("sections.0.title"). */
  path: string;
  label: ReactNode;
  hint?: ReactNode;
  rows?: number;
  /** Whether it is worth a remark that it is empty: where it is written in the main language, unless said. */
  isWanted?: boolean;
  className?: string;
};

/** One text of a definition, at its path, in the language being edited. */
export function DefinitionText<Definition>({
  editing,
  path,
  isWanted,
  onFocus,
  ...field
}: DefinitionTextProps & { editing: TextEditing<Definition>; onFocus?: () => void }) {
  const { definition, language, main, errors, change } = editing;
  const name = `definition.${path}.${language}`;
  const text = (valueAt(definition, path) as Record<string, string | undefined> | undefined) ?? {};
  return (
    <TranslatedField
      {...field}
      name={name}
      text={text}
      language={language}
      main={main}
      isWanted={isWanted ?? Boolean(text[main.code]?.trim())}
      error={errors[name]}
      onFocus={onFocus}
      onChange={(written) => change((before) => withValueAt(before, `${path}.${language}`, written), name)}
    />
  );
}
