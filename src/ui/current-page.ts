/**
 * Which of the navigation's addresses the page belongs to: the longest that is the path itself or above it, so that
 * "/demo/surveys/1" marks "/demo/surveys" and not "/demo". `null` when none fits.
 */
export function findCurrentHref(pathname: string, hrefs: string[]): string | null {
  const fitting = hrefs.filter((href) => pathname === href || pathname.startsWith(`${href}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
