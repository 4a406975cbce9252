import "server-only";

/**
 * A list as PostgreSQL's array text, for one parameter instead of thousands. The character PostgreSQL's texts cannot hold
 * is left out.
 */
export function arrayLiteral(values: readonly (string | number | null)[]): string {
  let text = "{";
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (at > 0) text += ",";
    if (value === null || value === undefined) text += "NULL";
    else if (typeof value === "number") text += value;
    else text += `"${/["\\\0]/.test(value) ? value.replace(/\0/g, "").replace(/["\\]/g, "\\$&") : value}"`;
  }
  return `${text}}`;
}
