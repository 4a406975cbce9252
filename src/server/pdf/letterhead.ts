import "server-only";
import { accentColors } from "@/server/accent-colors";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { type Element, type Paper, WHOLE } from "./paper";
import { type PrintedPicture, printLogo, printOrSkip } from "./print-picture";
import { PAGE, TEXT } from "./style";

/** How the paper looks in the organization's name. */
export type Letterhead = {
  /** Readable as text on white. */
  accent: string;
  logo: PrintedPicture | null;
};

/** The organization's colour and logo for paper; a logo that cannot be read is left out. */
export async function readLetterhead(scope: Scope): Promise<Letterhead> {
  const { organizationId } = scope;
  const { accentColor, logo } = await withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { accentColor: true, logo: true },
    }),
  );
  const printed = logo && (await printOrSkip(printLogo(logo), { organizationId }));
  return { accent: accentColors(accentColor).light.text, logo: printed };
}

const LOGO = { width: 130, height: 34 };

/** The top of a first page: logo and name of the organization, and a line in its colour. */
export function drawLetterhead(
  paper: Paper,
  parent: Element,
  look: Letterhead,
  organizationName: string,
): void {
  const top = paper.y;
  if (look.logo) {
    const { content, width, height } = look.logo;
    const scale = Math.min(LOGO.width / width, LOGO.height / height, 1);
    const box = { width: width * scale, height: height * scale };
    const bbox: [number, number, number, number] = [PAGE.left, top, PAGE.left + box.width, top + box.height];
    paper.tag(parent, "Figure", () => paper.document.image(content, PAGE.left, top, box), {
      alt: organizationName,
      bbox,
    });
    paper.y = top + (LOGO.height - TEXT.smallStrong.leading) / 2;
    paper.textRight(parent, "P", organizationName, TEXT.smallStrong);
    paper.y = top + LOGO.height;
  } else {
    paper.text(parent, "P", organizationName, { ...TEXT.verdict, color: look.accent });
  }
  paper.space(10);
  paper.rule(look.accent, WHOLE, 1.6);
  paper.space(18);
}
