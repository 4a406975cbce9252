export type ComboboxOption = {
  value: string;
  label: string;
  /** Tells equal names apart: a team, an e-mail address. */
  detail?: string;
};

/** Letters without case and accents, so that "makela" finds "Mäkelä". */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/**
 * The options in which every word of the query occurs (label or detail), those whose label starts with the query
 * first, otherwise in the given order. An empty query gives all.
 */
export function filterOptions(options: ComboboxOption[], query: string): ComboboxOption[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const whole = words.join(" ");
  const fitting = options
    .map((option) => ({
      option,
      label: fold(option.label),
      text: fold(`${option.label} ${option.detail ?? ""}`),
    }))
    .filter(({ text }) => words.every((word) => text.includes(word)));
  const starting = fitting.filter(({ label }) => label.startsWith(whole));
  const others = fitting.filter(({ label }) => !label.startsWith(whole));
  return [...starting, ...others].map(({ option }) => option);
}
