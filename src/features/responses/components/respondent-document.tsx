import type { ReactNode } from "react";
import { respondentStyle } from "../respondent-style";
import { LANGUAGE_NAMES, type RespondentTexts } from "../texts";

/** The frame of a respondent page: a whole document of its own, with its style inside and nothing to load but a logo. */
export function RespondentDocument({
  language,
  texts,
  title,
  organization,
  languages = [],
  style = "",
  footer,
  children,
}: {
  language: string;
  texts: RespondentTexts;
  title: string;
  /** Null where the page must not tell whose survey it is. */
  organization: { name: string; accentColor: string; logoHref: string | null } | null;
  /** The other languages of the page with their addresses; the page's own has no address. */
  languages?: { language: string; href: string | null }[];
  /** More style than respondents' pages have. */
  style?: string;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <html lang={language}>
      {/* biome-ignore lint/style/noHeadElement: this is the document itself, not a page inside one */}
      <head>
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        <style>{respondentStyle(organization?.accentColor ?? "") + style}</style>
      </head>
      <body>
        {(organization || languages.length > 1) && (
          <header className="top">
            <div className="brand">
              {organization?.logoHref ? (
                // biome-ignore lint/performance/noImgElement: next/image brings a script
                <img src={organization.logoHref} alt={organization.name} height={48} />
              ) : (
                organization?.name
              )}
            </div>
            {languages.length > 1 && (
              <nav aria-label={texts.languages}>
                {languages.map(({ language: other, href }) =>
                  href ? (
                    <a key={other} href={href} lang={other} hrefLang={other}>
                      {LANGUAGE_NAMES[other]}
                    </a>
                  ) : (
                    <span key={other} aria-current="true" lang={other}>
                      {LANGUAGE_NAMES[other]}
                    </span>
                  ),
                )}
              </nav>
            )}
          </header>
        )}
        <main>
          <div className="card">{children}</div>
        </main>
        {footer && <footer>{footer}</footer>}
      </body>
    </html>
  );
}
