import type { PreviewTheme } from "@/features/surveys/components/preview/preview-source";

/** Styles that follow the reader's device, made to show one theme whatever the device says. */
export function forceTheme(css: string, theme: PreviewTheme): string {
  return css
    .replaceAll(
      /@media \(prefers-color-scheme:\s*dark\)/g,
      theme === "dark" ? "@media all" : "@media not all",
    )
    .replaceAll(/color-scheme:\s*light dark/g, `color-scheme:${theme}`);
}
