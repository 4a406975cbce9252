/**
 * The fields of a form as an object for zod. A name ending in "[]" gathers all its values into a list (without the
 * brackets); of another repeated name the last value counts. Files stay files; React's own "$ACTION…" fields are dropped.
 */
export function formDataToObject(formData: FormData): Record<string, unknown> {
  // Without a prototype: a field may have any name, "__proto__" and "constructor[]" too.
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, value] of formData.entries()) {
    if (name.startsWith("$ACTION")) continue;
    if (name.endsWith("[]")) {
      const list = name.slice(0, -2);
      const values = (object[list] as unknown[] | undefined) ?? [];
      values.push(value);
      object[list] = values;
    } else {
      object[name] = value;
    }
  }
  return object;
}
