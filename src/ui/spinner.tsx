import { LoaderCircle } from "lucide-react";
import { joinClasses } from "./join-classes";

/** Decoration only: the text beside it says what is going on. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={joinClasses("size-4 shrink-0 animate-spin", className)} />;
}
