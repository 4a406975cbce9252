import { useTranslations } from "next-intl";
import { Stepper } from "@/ui/stepper";

const STEPS = ["file", "columns", "check", "result"] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where an import (of a list, or of answers) stands; back to the columns as long as nothing was started. */
export function ImportSteps({
  current,
  isRunning = false,
  importHref,
}: {
  current: ImportStep;
  isRunning?: boolean;
  importHref?: string;
}) {
  const t = useTranslations("imports.steps");
  const position = STEPS.indexOf(current);
  return (
    <Stepper
      label={t("label")}
      steps={STEPS.map((step, index) => ({
        label: t(step),
        state:
          index < position || (current === "result" && !isRunning)
            ? "done"
            : index === position
              ? "current"
              : "upcoming",
        href: step === "columns" && current === "check" ? importHref : undefined,
      }))}
    />
  );
}
