import type { ReactNode } from "react";

/** A page that only says something: thanks, closed, unknown. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </>
  );
}
