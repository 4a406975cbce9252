"use client";

import { useTranslations } from "next-intl";

/** What a text or value was and what it is; `sides` names the two where neither replaces the other. */
export function BeforeAfter({
  label,
  before,
  after,
  lang,
  sides,
}: {
  label: string;
  before: string;
  after: string;
  lang?: string;
  sides?: { before: string; after: string };
}) {
  const t = useTranslations("ui.draft.changes");
  const was = before || t("empty");
  const is = after || t("empty");
  if (sides) {
    return (
      <>
        <p className="text-sm text-muted">{label}</p>
        <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          <dt className="text-muted">{sides.before}</dt>
          <dd lang={lang}>{was}</dd>
          <dt className="text-muted">{sides.after}</dt>
          <dd lang={lang}>{is}</dd>
        </dl>
      </>
    );
  }
  const isShort = was.length + is.length < 50;
  return (
    <>
      <p className="text-sm text-muted">{label}</p>
      <div className={isShort ? "mt-0.5 flex flex-wrap gap-x-2" : "mt-0.5 flex flex-col"}>
        <p className="min-w-0 whitespace-pre-line">
          <span className="sr-only">{t("before")} </span>
          <del lang={lang} className="text-muted decoration-line-strong">
            {was}
          </del>
        </p>
        {isShort && (
          <span aria-hidden className="text-muted">
            →
          </span>
        )}
        <p className="min-w-0 whitespace-pre-line">
          <span className="sr-only">{t("after")} </span>
          <ins lang={lang} className="font-medium no-underline">
            {is}
          </ins>
        </p>
      </div>
    </>
  );
}
