"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/ui/button";

/** Leaves for the organization's own sign-in service, which sends the browser back to `destination`. */
export function OidcButton({ destination, label }: { destination: string; label: string }) {
  const [leaving, setLeaving] = useState(false);
  return (
    <Button
      pending={leaving}
      className="w-full"
      onClick={() => {
        setLeaving(true);
        signIn("oidc", { callbackUrl: destination }).catch(() => setLeaving(false));
      }}
    >
      {label}
    </Button>
  );
}
