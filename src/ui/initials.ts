/** The first letters of the first and the last word of a name: "Aino Maria Mäkelä" is "AM"; "" for an empty name. */
export function findInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase() ?? "").join("");
}
