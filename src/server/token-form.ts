/** Whether a text has the form of a token: of what it has not, nothing needs to be asked. */
export function isToken(text: string): boolean {
  return /^[\w-]{16,64}$/.test(text);
}
