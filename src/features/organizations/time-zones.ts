import type { ComboboxOption } from "@/ui/combobox-options";

/** All time zones the runtime knows, by name, each with its distance from UTC at `now` to tell them apart. */
export function listTimeZones(now: Date): ComboboxOption[] {
  const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...names]
    .sort()
    .map((name) => ({ value: name, label: name.replaceAll("_", " "), detail: offset(name, now) }));
}

function offset(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now);
  return (parts.find((part) => part.type === "timeZoneName")?.value ?? "").replace("GMT", "UTC");
}
