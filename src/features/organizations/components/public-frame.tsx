import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLanguageAction } from "@/features/organizations/actions/choose-language";
import { LanguageToggle } from "@/ui/language-toggle";
import { Brand } from "./brand";

/** The frame of the pages one sees before being signed in: one thing to do, in the middle. */
export async function PublicFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations("account");
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <main className="flex flex-1 flex-col items-center justify-center px-4 py-10">
        <div className="w-full max-w-sm">
          <div className="mb-8 flex flex-col items-center gap-2 text-center">
            <Brand size="large" />
            <p className="text-muted">{t("frame.tagline")}</p>
          </div>
          <div className="rounded-xl border border-line bg-surface px-5 py-6 shadow-card sm:px-7 sm:py-7">
            <h1 className="text-xl font-semibold tracking-tight text-ink">{title}</h1>
            {lead && <p className="mt-1 text-pretty text-muted">{lead}</p>}
            <div className="mt-5">{children}</div>
          </div>
          <div className="mt-6 flex justify-center">
            <LanguageToggle
              value={await getLocale()}
              languages={SCREEN_LANGUAGES}
              action={chooseLanguageAction}
            />
          </div>
        </div>
      </main>
    </div>
  );
}

/** Each language in its own words: whoever needs it reads it. */
export const SCREEN_LANGUAGES = [
  { code: "fi", label: "Suomi" },
  { code: "en", label: "English" },
];
