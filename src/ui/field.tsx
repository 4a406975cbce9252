"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, use, useId, useMemo } from "react";
import { FieldContext, FormErrorsContext } from "./field-context";
import { joinClasses } from "./join-classes";

export type FieldProps = {
  /** The name under which the value is submitted; also finds the field's error in the form. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides the error that the surrounding form knows. */
  error?: string;
  required?: boolean;
  /** Writes "(optional)" after the label. */
  optional?: boolean;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, hint and error around one control, wired to it by context. For groups of choices use `FieldGroup`. */
export function Field(props: FieldProps) {
  return <FieldFrame {...props} group={false} />;
}

/** The same around several controls that make one value (radio buttons, checkboxes): a fieldset with a legend. */
export function FieldGroup(props: FieldProps) {
  return <FieldFrame {...props} group />;
}

function FieldFrame({
  name,
  label,
  hint,
  error,
  required = false,
  optional = false,
  hideLabel = false,
  className,
  children,
  group,
}: FieldProps & { group: boolean }) {
  const t = useTranslations("ui");
  const id = useId();
  const formError = use(FormErrorsContext)[name];
  const message = error ?? formError;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = message ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  const invalid = Boolean(message);
  const wiring = useMemo(
    () => ({ id, name, labelId: `${id}-label`, describedBy, invalid, required }),
    [id, name, describedBy, invalid, required],
  );

  const labelClasses = joinClasses("text-base font-medium text-ink", hideLabel && "sr-only");
  const labelContent = (
    <>
      {label}
      {optional && <span className="font-normal text-muted"> ({t("form.optional")})</span>}
    </>
  );
  const notes = (
    <>
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {message && (
        <p id={errorId} className="flex items-start gap-1.5 text-sm font-medium text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{message}</span>
        </p>
      )}
    </>
  );

  return (
    <FieldContext value={wiring}>
      {group ? (
        <fieldset
          data-field={name}
          aria-describedby={describedBy}
          className={joinClasses("flex min-w-0 flex-col gap-1.5", className)}
        >
          <legend
            id={wiring.labelId}
            className={joinClasses(labelClasses, !hideLabel && "float-left w-full")}
          >
            {labelContent}
          </legend>
          {children}
          {notes}
        </fieldset>
      ) : (
        <div data-field={name} className={joinClasses("flex min-w-0 flex-col gap-1.5", className)}>
          <label id={wiring.labelId} htmlFor={id} className={joinClasses(labelClasses, "w-fit")}>
            {labelContent}
          </label>
          {children}
          {notes}
        </div>
      )}
    </FieldContext>
  );
}
