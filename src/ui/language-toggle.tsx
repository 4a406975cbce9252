import { useTranslations } from "next-intl";
import { joinClasses } from "./join-classes";

export type LanguageToggleProps = {
  value: string;
  /** Each language in its own words: { code: "fi", label: "Suomi" }. */
  languages: { code: string; label: string }[];
  /** Gets the chosen code in the field `locale`. */
  action: (data: FormData) => void | Promise<void>;
  className?: string;
};

/** The languages of the screens as buttons of a plain form: works before any script is there. */
export function LanguageToggle({ value, languages, action, className }: LanguageToggleProps) {
  const t = useTranslations("ui");
  return (
    <form action={action} className={className}>
      <fieldset className="inline-flex rounded-md bg-sunken p-0.5">
        <legend className="sr-only">{t("language")}</legend>
        {languages.map(({ code, label }) => (
          <button
            key={code}
            type="submit"
            name="locale"
            value={code}
            lang={code}
            aria-pressed={code === value}
            className={joinClasses(
              "control-height-small rounded-[0.3125rem] px-3 text-sm font-medium",
              code === value ? "bg-raised text-ink shadow-card" : "text-muted hover:text-ink",
            )}
          >
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
