/** Characters from which on an employee finds customers. */
export const SHORTEST_EMPLOYEE_SEARCH = 3;

/** Enough of an address to recognise a known one by, too little to write to: "k•••@example.fi". */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${Array.from(email)[0] ?? ""}•••${at < 0 ? "" : email.slice(at)}`;
}
