"use client";

import type { ComponentProps } from "react";
import { useControlAttributes } from "./field-context";
import { joinClasses } from "./join-classes";

/** Chooses a file; dropping one on it works as well, as browsers do by themselves. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      {...rest}
      type="file"
      {...useControlAttributes(rest)}
      className={joinClasses(
        "block w-full min-w-0 rounded-lg border border-dashed border-line-strong bg-surface p-3 text-muted transition-colors hover:border-accent hover:bg-hover aria-invalid:border-danger",
        "file:control-height-small file:mr-3 file:rounded-md file:border file:border-solid file:border-line-strong/60 file:bg-raised file:px-3 file:text-sm file:font-medium file:text-ink",
        className,
      )}
    />
  );
}
