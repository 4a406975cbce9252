/** English dates the European way, day first. */
function dateLocale(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}

const asDate = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it, and a page uses hundreds: the few there are, are kept. */
function keptFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(dateLocale(locale), options);
  formats.set(name, made);
  return made;
}

/** A format of calendar days, which are written as they are, in no time zone. */
function dayFormat(locale: string, options: Intl.DateTimeFormatOptions) {
  return keptFormat(locale, { timeZone: "UTC", ...options });
}

function dayOptions(locale: string): Intl.DateTimeFormatOptions {
  return { day: "numeric", month: locale === "fi" ? "numeric" : "short" };
}

/** "21.11.2026", "21 Nov 2026". */
export function formatDay(isoDay: string, locale: string): string {
  return dayFormat(locale, { ...dayOptions(locale), year: "numeric" }).format(asDate(isoDay));
}

/** "21.11.", "21 Nov". */
export function formatShortDay(isoDay: string, locale: string): string {
  return dayFormat(locale, dayOptions(locale)).format(asDate(isoDay));
}

/** Both days included: "24.8.–21.11.2026"; one day is written once. */
export function formatDays(firstDay: string, lastDay: string, locale: string): string {
  return dayFormat(locale, { ...dayOptions(locale), year: "numeric" }).formatRange(
    asDate(firstDay),
    asDate(lastDay),
  );
}

/** "marras 2026", "Nov 2026". */
export function formatMonth(isoDay: string, locale: string): string {
  return dayFormat(locale, { month: "short", year: "numeric" }).format(asDate(isoDay));
}

/** An instant's date and time on a zone's clock. */
export function formatMoment(instant: Date, timeZone: string, locale: string): string {
  return keptFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(instant);
}
