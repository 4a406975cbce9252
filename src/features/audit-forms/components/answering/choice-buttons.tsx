"use client";

import { Check } from "lucide-react";
import { joinClasses } from "@/ui/join-classes";

export type BigChoice = { key: string; label: string };

const look =
  "relative flex min-h-14 cursor-pointer items-center gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3 text-lg leading-snug text-ink transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-60";

/** Choices large enough for a thumb, one or several at a time; side by side when all of them are short. */
export function ChoiceButtons({
  name,
  kind,
  choices,
  chosen,
  disabled,
  onChoose,
}: {
  /** Unique on the page: radio buttons of one name exclude each other. */
  name: string;
  kind: "radio" | "checkbox";
  choices: BigChoice[];
  chosen: readonly string[];
  disabled?: boolean;
  onChoose: (key: string) => void;
}) {
  const isRow =
    kind === "radio" &&
    choices.length <= 7 &&
    choices.every(({ label }) => label.length * choices.length <= 21);
  return (
    <div className={isRow ? "flex gap-2" : "flex flex-col gap-2"}>
      {choices.map(({ key, label }) => (
        <label key={key} className={joinClasses(look, isRow && "min-w-0 flex-1 justify-center px-1")}>
          <input
            type={kind}
            name={name}
            value={key}
            checked={chosen.includes(key)}
            disabled={disabled}
            onChange={() => onChoose(key)}
            className={joinClasses(
              isRow
                ? "pointer-events-none absolute inset-0 appearance-none rounded-lg outline-none"
                : "peer size-5 shrink-0 appearance-none border border-line-strong bg-surface outline-none forced-colors:appearance-auto",
              !isRow && kind === "radio" && "rounded-full checked:border-[6px] checked:border-accent",
              !isRow && kind === "checkbox" && "rounded-sm checked:border-accent checked:bg-accent",
            )}
          />
          {kind === "checkbox" && (
            <Check
              aria-hidden
              className="pointer-events-none absolute left-[1.1875rem] hidden size-4 text-on-accent peer-checked:block"
            />
          )}
          <span className={joinClasses("min-w-0", isRow ? "text-center font-medium" : "flex-1")}>
            {label}
          </span>
        </label>
      ))}
    </div>
  );
}
