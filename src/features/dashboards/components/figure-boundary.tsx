"use client";

import { useRouter } from "next/navigation";
import { Component, type ReactNode, Suspense, startTransition } from "react";
import { ErrorState } from "@/ui/error-state";

/**
 * One part of a dashboard: a skeleton of its size until it is there, and a place to try again when it fails, while the
 * rest of the page stands.
 */
export function FigureBoundary({
  name,
  fallback,
  children,
}: {
  /** Changes with the filters, so that new filters show the skeleton and forget an old error. */
  name: string;
  fallback: ReactNode;
  children: ReactNode;
}) {
  const router = useRouter();
  return (
    <ErrorCatcher key={name} refresh={() => router.refresh()}>
      <Suspense key={name} fallback={fallback}>
        {children}
      </Suspense>
    </ErrorCatcher>
  );
}

type CatcherProps = { refresh: () => void; children: ReactNode };

class ErrorCatcher extends Component<CatcherProps, { error: (Error & { digest?: string }) | null }> {
  override state: { error: (Error & { digest?: string }) | null } = { error: null };

  static getDerivedStateFromError(error: Error & { digest?: string }) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    // Next's own signals (not found, redirect) are for the boundaries further out.
    if (error.digest?.startsWith("NEXT_")) throw error;
    return (
      <div className="rounded-xl border border-line bg-surface shadow-card">
        <ErrorState
          compact
          reference={error.digest}
          retry={() =>
            startTransition(() => {
              this.props.refresh();
              this.setState({ error: null });
            })
          }
        />
      </div>
    );
  }
}
