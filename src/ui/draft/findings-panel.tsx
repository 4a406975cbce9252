"use client";

import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "../card";

/** Something found about a draft, in words, with the place it leads to. */
export type FindingEntry = {
  key: string;
  isError: boolean;
  text: string;
  place: string;
  /** A link to the place, for where nothing can be opened. */
  href: string;
  onOpen: () => void;
};

/** What has to be corrected before publishing and what would be wiser otherwise; `none` is said when there is nothing. */
export function FindingsPanel({
  title,
  findings,
  none,
}: {
  title: string;
  findings: FindingEntry[];
  none: string | null;
}) {
  if (findings.length === 0) {
    if (none === null) return null;
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleCheck aria-hidden className="size-4.5 text-accent-ink" />
        {none}
      </p>
    );
  }
  return (
    <Card title={title} flush>
      <ul className="flex flex-col border-t border-line">
        {findings.map(({ key, ...finding }) => (
          <Finding key={key} {...finding} />
        ))}
      </ul>
    </Card>
  );
}

function Finding({ isError, text, place, href, onOpen }: Omit<FindingEntry, "key">) {
  const t = useTranslations("ui");
  return (
    <li className="flex items-start gap-3 px-4 py-2.5 not-last:border-b not-last:border-line sm:px-5">
      {isError ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      ) : (
        <TriangleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warning" />
      )}
      <p className="min-w-0 flex-1">
        <span className="sr-only">{isError ? t("draft.error") : t("draft.warning")}: </span>
        {text}{" "}
        <a
          href={href}
          className="text-link whitespace-nowrap"
          onClick={(event) => {
            event.preventDefault();
            onOpen();
          }}
        >
          {place}
        </a>
      </p>
    </li>
  );
}
