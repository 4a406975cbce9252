"use client";

import { Badge } from "../badge";
import { SegmentedControl } from "../radio-group";

/** Chooses the language whose texts are on screen; each says how many texts it still lacks. */
export function LanguageChoice({
  label,
  languages,
  language,
  onChange,
}: {
  label: string;
  /** `missingText` says how many, for those who do not see the number. */
  languages: { code: string; name: string; missing: number; missingText: string }[];
  language: string;
  onChange: (language: string) => void;
}) {
  return (
    <SegmentedControl
      label={label}
      name="draft-language"
      value={language}
      onValueChange={onChange}
      choices={languages.map(({ code, name, missing, missingText }) => ({
        value: code,
        label: (
          <>
            {name}
            {missing > 0 && (
              <Badge tone="warning">
                <span aria-hidden>{missing}</span>
                <span className="sr-only">{missingText}</span>
              </Badge>
            )}
          </>
        ),
      }))}
    />
  );
}
