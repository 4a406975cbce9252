"use client";

import type { ComponentProps } from "react";
import { controlClasses } from "./control-style";
import { useControlAttributes } from "./field-context";
import { joinClasses } from "./join-classes";

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      {...useControlAttributes(rest)}
      className={joinClasses(controlClasses, "field-sizing-content max-h-96 resize-y", className)}
      style={{ minHeight: `calc(${rows} * 1.375rem + 0.875rem)` }}
    />
  );
}
