import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { MESSAGES, type Namespace } from "./messages";

/**
 * Gives the client components inside it the texts of the named namespaces ("ui" and "errors" always). A page sends only
 * what its own client components use.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: Namespace[];
  children: ReactNode;
}) {
  const messages = MESSAGES[await getLocale()];
  const sent = Object.fromEntries(
    (["ui", "errors", ...namespaces] as const).map((name) => [name, messages[name]]),
  );
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
