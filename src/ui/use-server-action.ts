"use client";

import { useCallback, useRef, useTransition } from "react";
import type { ActionFailure, ServerAction } from "@/server/action-result";
import { useFailureText } from "./action-messages";
import { callAction } from "./call-action";
import { useOrganizationSlug } from "./organization-context";
import { useToast } from "./toast";

export type ServerActionOptions<T> = {
  onSuccess?: (data: T) => void;
  /** Without it a failure is shown as a toast. */
  onFailure?: (failure: ActionFailure) => void;
  /** Said in a toast when it worked. */
  successMessage?: string;
};

/** Runs a server action of the organization on screen from an event handler; a second call while one runs is ignored. */
export function useServerAction<I, T>(action: ServerAction<I, T>, options: ServerActionOptions<T> = {}) {
  const organization = useOrganizationSlug();
  const failureText = useFailureText();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const running = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  const run = useCallback(
    (input: FormData | I) => {
      if (running.current) return;
      running.current = true;
      startTransition(async () => {
        try {
          const result = await callAction(() => action(organization, input));
          const { onSuccess, onFailure, successMessage } = latest.current;
          if (result.ok) {
            if (successMessage) toast({ message: successMessage });
            onSuccess?.(result.data);
          } else if (onFailure) {
            onFailure(result);
          } else {
            toast({ message: failureText(result), tone: "danger" });
          }
        } finally {
          running.current = false;
        }
      });
    },
    [action, organization, failureText, toast],
  );

  return { run, pending };
}
