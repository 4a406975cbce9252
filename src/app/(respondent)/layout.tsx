import type { ReactNode } from "react";

/** Each respondent page is a whole document (RespondentDocument): its language is known only when its token is read. */
export default function RespondentLayout({ children }: { children: ReactNode }) {
  return children;
}
