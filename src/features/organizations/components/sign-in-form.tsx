"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";

type Failure = { code: "wrong" | "unexpected" } | { code: "too-many"; minutes: number };

/** What the server answered to a try: `null` when it let the user in. See `attempt` in sign-in-options.ts. */
function readFailure(error: string | null | undefined): Failure | null {
  if (!error) return null;
  const tooMany = /^too-many:(\d+)$/.exec(error);
  if (tooMany) return { code: "too-many", minutes: Math.ceil(Number(tooMany[1]) / 60) };
  return { code: error === "CredentialsSignin" ? "wrong" : "unexpected" };
}

/** E-mail and password; afterwards the page is loaded anew, in the user's own language and appearance. */
export function SignInForm({ destination, email }: { destination: string; email?: string }) {
  const t = useTranslations("account.signIn");
  const form = useRef<HTMLFormElement>(null);
  const [failure, submit] = useActionState<Failure | null, FormData>(async (_, data) => {
    try {
      const result = await signIn("credentials", {
        redirect: false,
        email: String(data.get("email")),
        password: String(data.get("password")),
      });
      const failed = readFailure(result?.ok ? null : (result?.error ?? "unexpected"));
      if (failed) return failed;
    } catch {
      return { code: "unexpected" };
    }
    window.location.assign(destination);
    // The form stays busy until the browser has left.
    return new Promise(() => undefined);
  }, null);

  useEffect(() => {
    if (!failure) return;
    const password = form.current?.elements.namedItem("password") as HTMLInputElement | null;
    password?.focus();
    password?.select();
  }, [failure]);

  return (
    <form
      ref={form}
      action={submit}
      className="flex flex-col gap-4"
      // React empties a form after its action; a mistyped password should not cost the address.
      onReset={(event) => event.preventDefault()}
    >
      {failure && (
        <Callout tone="danger" role="alert">
          {failure.code === "too-many" ? t("tooMany", { minutes: failure.minutes }) : t(failure.code)}
        </Callout>
      )}
      <Field name="email" label={t("email")} required>
        <TextInput type="email" autoComplete="username" autoFocus={!email} defaultValue={email} />
      </Field>
      <Field name="password" label={t("password")} required>
        <TextInput type="password" autoComplete="current-password" autoFocus={Boolean(email)} />
      </Field>
      <SubmitButton pendingText={t("pending")} className="mt-1">
        {t("submit")}
      </SubmitButton>
    </form>
  );
}
