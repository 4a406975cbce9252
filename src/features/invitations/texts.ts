/** BCP 47 tags of the languages respondents read; English as it is written in Europe. */
const LOCALE_TAGS: Record<string, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/**
 * Fills {organization}, {touchpoint} … in a text. A value that is missing (a customer without a name) takes the space
 * before its place with it: "Hello {customer}!" becomes "Hello!". Braces that name no known value stay as written.
 */
export function fillPlaceholders(text: string, values: Record<string, string | null>): string {
  return text.replace(/([ \t]?)\{(\w+)\}/g, (whole, space: string, name: string) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = values[name];
    return value ? `${space}${value}` : "";
  });
}

/** A day as a respondent reads it, in the organization's time zone: "21 November", with the year when it is another one. */
export function formatDay(instant: Date, language: string, timeZone: string, now: Date): string {
  const year = dayFormat("en", timeZone, "year");
  const withYear = year.format(instant) === year.format(now) ? "day" : "dayOfYear";
  const day = dayFormat(LOCALE_TAGS[language] ?? "en-GB", timeZone, withYear).format(instant);
  // A day is not broken between two lines.
  return day.replaceAll(" ", "\u00a0");
}

const DAY_PARTS = {
  year: { year: "numeric" },
  day: { day: "numeric", month: "long" },
  dayOfYear: { day: "numeric", month: "long", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it; there are few languages and time zones. */
function dayFormat(locale: string, timeZone: string, parts: keyof typeof DAY_PARTS): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${parts}`;
  const known = dayFormats.get(name) ?? new Intl.DateTimeFormat(locale, { ...DAY_PARTS[parts], timeZone });
  dayFormats.set(name, known);
  return known;
}

/** What a touchpoint is called towards respondents: its public name in their language, else its name. */
export function touchpointName(touchpoint: { name: string; publicNames: unknown }, language: string): string {
  const publicName = (touchpoint.publicNames as Record<string, unknown> | null)?.[language];
  return typeof publicName === "string" && publicName.trim() ? publicName : touchpoint.name;
}
