const WINDOW = 1024 * 1024;

/**
 * Runs `look` over a file piece by piece, until it finds something (not null). Between two pieces the process does other
 * things: a file made to be slow to look through holds up nobody. Pieces overlap by `overlap` bytes, so what is shorter is
 * whole in one of them. `from` is where a piece begins.
 */
export async function findInWindows<Part extends Buffer | string, T>(
  whole: Part,
  overlap: number,
  look: (part: Part, from: number) => T | null,
): Promise<T | null> {
  for (let from = 0; from < whole.length; from += WINDOW) {
    const to = from + WINDOW + overlap;
    const part = typeof whole === "string" ? whole.slice(from, to) : whole.subarray(from, to);
    const found = look(part as Part, from);
    if (found !== null) return found;
    await othersFirst();
  }
  return null;
}

/** Lets what waits for the process have its turn. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
