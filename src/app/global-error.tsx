"use client";

import "./globals.css";

/** The last resort, when not even the frame could be drawn: no texts and no theme can be loaded, so both languages. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="fi">
      <body>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-3 px-6 text-center">
          <h1 className="text-xl font-semibold text-ink">Jokin meni vikaan meillä</h1>
          <p className="text-muted">Mitään ei kadonnut. Yritä hetken päästä uudelleen.</p>
          <p lang="en" className="text-muted">
            Something went wrong on our side. Nothing was lost. Try again in a moment.
          </p>
          <button
            type="button"
            onClick={reset}
            className="control-height mt-2 rounded-md bg-accent px-4 font-medium text-on-accent hover:bg-accent-hover"
          >
            Yritä uudelleen / <span lang="en">Try again</span>
          </button>
          {error.digest && <p className="text-sm text-muted">Viite / Reference: {error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
