/** Joins the class names that apply; what is false, null or empty is left out. */
export function joinClasses(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
