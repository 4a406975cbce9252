/** An accent colour made readable: as a surface with its text, and as text or a line on the page's own background. */
export type AccentColors = {
  /** Filled buttons on a light page, and the text on them. */
  light: { surface: string; onSurface: string; text: string };
  /** The same on a dark page. */
  dark: { surface: string; onSurface: string; text: string };
};

const WHITE = "#ffffff";
const INK = "#16181d";
export const LIGHT_PAGE = "#ffffff";
export const DARK_PAGE = "#15181e";
/** Around the white page: links stand on it too, and it is the harder of the two for dark text. */
export const LIGHT_CANVAS = "#f3f4f6";
const FALLBACK = "#0f766e";

/**
 * Colours for respondent pages and mails from an organization's accent (`#rrggbb`; anything else gives the product's
 * own). Text on a surface and text on the page reach 4.5 : 1, surfaces 3 : 1 against the page (WCAG 2.2, 1.4.3 and
 * 1.4.11): the accent is darkened or lightened just as far as that takes.
 */
export function accentColors(accent: string): AccentColors {
  const colour = /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : FALLBACK;
  return {
    light: onPage(colour, LIGHT_PAGE, LIGHT_CANVAS, INK),
    dark: onPage(colour, DARK_PAGE, DARK_PAGE, WHITE),
  };
}

function onPage(colour: string, page: string, behindText: string, towards: string) {
  const surface = untilContrast(colour, page, 3, towards);
  const onSurface = contrast(surface, WHITE) >= contrast(surface, INK) ? WHITE : INK;
  const text = untilContrast(colour, behindText, 4.5, towards);
  return {
    surface: untilContrast(surface, onSurface, 4.5, onSurface === WHITE ? INK : WHITE),
    onSurface,
    text,
  };
}

/** Mixes in the other colour, 2 % at a time, until the contrast is reached. */
function untilContrast(colour: string, against: string, ratio: number, towards: string): string {
  for (let share = 0; share <= 1; share += 0.02) {
    const mixed = mix(colour, towards, share);
    if (contrast(mixed, against) >= ratio) return mixed;
  }
  return towards;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function mix(colour: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(colour).map((value, index) => value + ((others[index] as number) - value) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/** Contrast ratio of two colours, 1 … 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
