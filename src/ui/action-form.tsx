"use client";

import { useRouter } from "next/navigation";
import {
  type InputEvent,
  type ReactNode,
  type RefObject,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import type { ActionFailure, ServerAction } from "@/server/action-result";
import { useFailureText } from "./action-messages";
import { callAction } from "./call-action";
import { Callout } from "./callout";
import { FormErrorsContext } from "./field-context";
import { fillTemplate } from "./fill-template";
import { joinClasses } from "./join-classes";
import { useOrganizationSlug } from "./organization-context";
import { useToast } from "./toast";

export type ActionFormProps<T> = {
  /** A server action made by `defineAction`; it gets the form's data. */
  // biome-ignore lint/suspicious/noExplicitAny: the form sends FormData, whatever object the action would take as well
  action: ServerAction<any, T>;
  children: ReactNode;
  /** Where to go when it worked; `{key}` is filled in from the action's data: "/demo/surveys/{id}". */
  redirectTo?: string;
  /** Said in a toast when it worked. */
  successMessage?: string;
  /** Called when it worked (from client components only). */
  onSuccess?: (data: T) => void;
  /** Empties the form when it worked, for entering one thing after another. */
  resetOnSuccess?: boolean;
  id?: string;
  "aria-label"?: string;
  className?: string;
};

type State = { failure: ActionFailure | null; attempt: number };

/** Fields that were changed since the attempt: their error no longer applies. */
type Corrected = { attempt: number; names: ReadonlySet<string> };

/**
 * The form of every screen: sends its fields to a server action, keeps what was typed when something is wrong,
 * shows each error at its field, moves to the first of them, and cannot be sent twice at once.
 */
export function ActionForm<T>({
  action,
  children,
  redirectTo,
  successMessage,
  onSuccess,
  resetOnSuccess = false,
  className,
  ...rest
}: ActionFormProps<T>) {
  const organization = useOrganizationSlug();
  const router = useRouter();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const mayReset = useRef(false);
  const [corrected, setCorrected] = useState<Corrected>({ attempt: 0, names: new Set() });

  const [{ failure, attempt }, submit] = useActionState<State, FormData>(
    async (previous, input) => {
      mayReset.current = false;
      const result = await callAction(() => action(organization, input));
      const next = { failure: result.ok ? null : result, attempt: previous.attempt + 1 };
      if (!result.ok) return next;
      mayReset.current = resetOnSuccess;
      if (successMessage) toast({ message: successMessage });
      onSuccess?.(result.data);
      // As a transition of its own the form stays pending until the next page is there.
      if (redirectTo) startTransition(() => router.push(fillTemplate(redirectTo, result.data)));
      return next;
    },
    { failure: null, attempt: 0 },
  );

  useEffect(() => {
    if (attempt === 0) return;
    sending.current = false;
    if (failure) focusFirstError(form.current);
  }, [failure, attempt]);

  // React's own event, not a listener on the element: that would render controlled inputs with their old value before
  // their change has been heard, and swallow the letter just typed.
  const markCorrected = (event: InputEvent<HTMLFormElement>) => {
    const name = (event.target as Element).closest("[data-field]")?.getAttribute("data-field");
    if (!name || !failure?.fields?.[name]) return;
    setCorrected((current) => ({
      attempt,
      names: new Set(current.attempt === attempt ? current.names : []).add(name),
    }));
  };

  const errors = Object.fromEntries(
    Object.entries(failure?.fields ?? {}).filter(
      ([name]) => corrected.attempt !== attempt || !corrected.names.has(name),
    ),
  );

  return (
    <FormErrorsContext value={errors}>
      <form
        {...rest}
        ref={form}
        action={submit}
        noValidate
        onInput={markCorrected}
        className={joinClasses("flex flex-col gap-5", className)}
        onSubmit={(event) => {
          if (sending.current) event.preventDefault();
          else sending.current = true;
        }}
        // React empties a form after its action; on an error that would throw away what was typed.
        onReset={(event) => {
          if (!mayReset.current) event.preventDefault();
        }}
      >
        {failure && <FormAlert key={attempt} failure={failure} form={form} />}
        {children}
      </form>
    </FormErrorsContext>
  );
}

/** What is wrong with the form as a whole, with the errors that no field on screen can show. */
function FormAlert({ failure, form }: { failure: ActionFailure; form: RefObject<HTMLFormElement | null> }) {
  const failureText = useFailureText();
  const [unplaced, setUnplaced] = useState<string[]>([]);

  useEffect(() => {
    const entries = Object.entries(failure.fields ?? {});
    const shown = new Set(
      Array.from(form.current?.querySelectorAll("[data-field]") ?? [], (field) =>
        field.getAttribute("data-field"),
      ),
    );
    setUnplaced(entries.filter(([name]) => !shown.has(name)).map(([, message]) => message));
  }, [failure, form]);

  return (
    <Callout tone="danger" role="alert" tabIndex={-1} data-form-alert title={failureText(failure)}>
      {unplaced.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {unplaced.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

function focusFirstError(form: HTMLFormElement | null) {
  const invalid = Array.from(form?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? []);
  const first = invalid.find((element) => element.offsetParent !== null);
  (first ?? form?.querySelector<HTMLElement>("[data-form-alert]"))?.focus();
}
