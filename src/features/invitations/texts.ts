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
  const year = (date: Date) => date.toLocaleDateString("en", { year: "numeric", timeZone });
  const day = instant.toLocaleDateString(LOCALE_TAGS[language] ?? "en-GB", {
    day: "numeric",
    month: "long",
    ...(year(instant) === year(now) ? {} : { year: "numeric" }),
    timeZone,
  });
  // A day is not broken between two lines.
  return day.replaceAll(" ", "\u00a0");
}

/** What a touchpoint is called towards respondents: its public name in their language, else its name. */
export function touchpointName(touchpoint: { name: string; publicNames: unknown }, language: string): string {
  const publicName = (touchpoint.publicNames as Record<string, unknown> | null)?.[language];
  return typeof publicName === "string" && publicName.trim() ? publicName : touchpoint.name;
}
