"use client";

import type { ComponentProps } from "react";
import { TextInput } from "./text-input";

type DateProps = Omit<ComponentProps<"input">, "type">;

/** A calendar day; value and submitted text are YYYY-MM-DD. */
export function DateInput(props: DateProps) {
  return <TextInput {...props} type="date" />;
}

/** A moment on the wall clock; value and submitted text are YYYY-MM-DDTHH:mm, without a time zone. */
export function DateTimeInput(props: DateProps) {
  return <TextInput {...props} type="datetime-local" />;
}
