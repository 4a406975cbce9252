"use client";

import type { ComponentProps } from "react";
import { controlClasses } from "./control-style";
import { useControlAttributes } from "./field-context";
import { joinClasses } from "./join-classes";

/** One line of text (or e-mail, number, password …). */
export function TextInput({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      type="text"
      {...rest}
      {...useControlAttributes(rest)}
      className={joinClasses(controlClasses, rest.type === "number" && "tabular-nums", className)}
    />
  );
}
