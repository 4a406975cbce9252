"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ErrorState } from "@/ui/error-state";

/** A page that failed: says so, offers to try again, and names the reference under which the log has the error. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas">
      <ErrorState
        reference={error.digest}
        retry={() =>
          startTransition(() => {
            router.refresh();
            reset();
          })
        }
      />
    </main>
  );
}
