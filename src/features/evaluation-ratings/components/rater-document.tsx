import type { ReactNode } from "react";
import { RespondentDocument } from "@/features/responses/components/respondent-document";
import { choosePageLanguage } from "@/features/responses/rules";
import { respondentTexts } from "@/features/responses/texts";
import { RATER_STYLE } from "../rater-style";
import { ratingHref } from "../rating-href";
import type { RatingStep } from "../rules/rating-step";
import type { RaterPage } from "../schema";

/** The language to show a rater's page in: the one asked for if the framework is written in it, else the rater's own. */
export function raterLanguage(page: RaterPage, requested: unknown): string {
  const language = choosePageLanguage(typeof requested === "string" ? requested : null, page);
  return page.languages.includes(language) ? language : (page.languages[0] ?? language);
}

/** The frame of a rater's page, with the same page in the other languages. */
export function RaterDocument({
  page,
  token,
  ratingId = null,
  step,
  language,
  title,
  children,
}: {
  page: RaterPage;
  token: string;
  ratingId?: string | null;
  step?: RatingStep;
  language: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <RespondentDocument
      language={language}
      texts={respondentTexts(language)}
      title={title}
      style={RATER_STYLE}
      organization={{
        ...page.organization,
        logoHref: page.organization.hasLogo ? `/r/${token}/logo` : null,
      }}
      languages={page.languages.map((other) => ({
        language: other,
        href: other === language ? null : ratingHref(token, ratingId, { lang: other, step }),
      }))}
    >
      {children}
    </RespondentDocument>
  );
}
