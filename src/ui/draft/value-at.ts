/** The value at a path ("sections.0.title") of a draft; undefined where there is none. */
export function valueAt(whole: unknown, path: string): unknown {
  let found = whole;
  for (const step of path.split(".")) found = (found as Record<string, unknown> | undefined)?.[step];
  return found;
}

/** A copy with one value replaced; the rest is shared with the original. What is not in a list is not added to it. */
export function withValueAt<T>(whole: T, path: string, value: unknown): T {
  return replaceAt(whole, path.split("."), value) as T;
}

function replaceAt(whole: unknown, steps: string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((item, index) => (String(index) === step ? replaceAt(item, rest, value) : item));
  }
  const object = (whole ?? {}) as Record<string, unknown>;
  return { ...object, [step]: replaceAt(object[step], rest, value) };
}
