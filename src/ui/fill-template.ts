/**
 * Fills `{key}` in an address from an object: `fillTemplate("/surveys/{id}", { id: "a b" })` is "/surveys/a%20b".
 * A key that the object lacks is a programming mistake and throws.
 */
export function fillTemplate(template: string, data: unknown): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = (data as Record<string, unknown> | null | undefined)?.[key];
    if (value === undefined || value === null) throw new Error(`No value for {${key}} in ${template}`);
    return encodeURIComponent(String(value));
  });
}
