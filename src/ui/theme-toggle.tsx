"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SegmentedControl } from "./radio-group";

export type Theme = "system" | "light" | "dark";

const icons = { system: Monitor, light: Sun, dark: Moon };
const themes = ["system", "light", "dark"] as const;
const oneYear = 60 * 60 * 24 * 365;

/** Takes effect at once; the cookie `theme` lets the server draw the next page in it from the first byte. */
export function applyTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const age = theme === "system" ? 0 : oneYear;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`;
}

/** Light, dark, or as the device says. `value` is what the server read from the cookie. */
export function ThemeToggle({ value }: { value: Theme }) {
  const t = useTranslations("ui");
  const [theme, setTheme] = useState(value);
  return (
    <SegmentedControl
      name="theme"
      label={t("theme.label")}
      value={theme}
      onValueChange={(next) => {
        setTheme(next as Theme);
        applyTheme(next as Theme);
      }}
      choices={themes.map((one) => {
        const Icon = icons[one];
        return {
          value: one,
          label: (
            <>
              <Icon aria-hidden className="size-4" />
              <span className="sr-only">{t(`theme.${one}`)}</span>
            </>
          ),
        };
      })}
    />
  );
}
