import type { FileBytes } from "./file-bytes";
import { UnreadableFileError } from "./unreadable-file-error";
import { readWholeXml, readXml } from "./xml-events";
import { openZip, type ZipEntry } from "./zip-file";

export type Workbook = {
  sheets: { name: string; entry: ZipEntry }[];
  dateSystem: 1900 | 1904;
  sharedStrings: string[];
  /** By style number of a cell: whether its number is a date. */
  isDate: boolean[];
};

/** Text shared by cells is held in memory; a real file of 200 MB has a tenth of this. */
const LARGEST_SHARED_STRINGS = 192 * 1024 * 1024;
/** An empty one takes a few bytes of the file and more of the memory. */
const MOST_SHARED_STRINGS = 5_000_000;
const LARGEST_PART = 16 * 1024 * 1024;

/** Opens an xlsx file: its sheets, its shared texts and which styles are dates. Throws UnreadableFileError. */
export async function openWorkbook(file: FileBytes): Promise<Workbook> {
  const entries = await openZip(file);
  const part = (name: string, largest = LARGEST_PART) => {
    const entry = entries.get(name);
    if (entry && entry.size > largest) throw new UnreadableFileError("fileUnpacksTooBig");
    return entry;
  };
  const workbookEntry = part("xl/workbook.xml");
  // A zip, but no workbook: documents, archives, and sheets of the binary kind.
  if (!workbookEntry) throw new UnreadableFileError("fileNotAnswers");
  const { sheetIds, dateSystem } = await readWorkbookPart(workbookEntry);
  const targets = await readRelations(part("xl/_rels/workbook.xml.rels"));
  const sheets = sheetIds.flatMap(({ name, relation }) => {
    const target = targets.get(relation);
    const entry = target && entries.get(target);
    // Sheets of charts have no rows.
    return entry && /worksheets\//.test(target) ? [{ name, entry }] : [];
  });
  if (sheets.length === 0) throw new UnreadableFileError("fileEmpty");
  return {
    sheets,
    dateSystem,
    sharedStrings: await readSharedStrings(part("xl/sharedStrings.xml", LARGEST_SHARED_STRINGS)),
    isDate: await readDateStyles(part("xl/styles.xml")),
  };
}

async function readWorkbookPart(entry: ZipEntry) {
  const sheetIds: { name: string; relation: string }[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  await readWholeXml(entry, {
    open: (name, attributes) => {
      if (name === "workbookPr" && ["1", "true"].includes(attributes.date1904 ?? "")) dateSystem = 1904;
      if (name === "sheet")
        sheetIds.push({ name: attributes.name ?? "", relation: attributes["r:id"] ?? "" });
    },
  });
  return { sheetIds, dateSystem: dateSystem as 1900 | 1904 };
}

async function readRelations(entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (!entry) return targets;
  await readWholeXml(entry, {
    open: (name, { Id, Target }) => {
      if (name !== "Relationship" || !Id || !Target) return;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`);
    },
  });
  return targets;
}

async function readSharedStrings(entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  let current = "";
  let isInText = false;
  let isPhonetic = false;
  const handlers = {
    open: (name: string) => {
      if (name === "si") current = "";
      else if (name === "t") isInText = true;
      else if (name === "rPh") isPhonetic = true;
    },
    text: (text: string) => {
      if (isInText && !isPhonetic) current += text;
    },
    close: (name: string) => {
      if (name === "t") isInText = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "si" && strings.push(current) > MOST_SHARED_STRINGS) {
        throw new UnreadableFileError("fileUnpacksTooBig");
      }
    },
  };
  for await (const _ of readXml(entry, handlers, () => null)) {
    // Everything is in the handlers.
  }
  return strings;
}

/** Numbers of the formats that come with every spreadsheet and show a date (ECMA-376, 18.8.30, and East Asian ones). */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  );
}

/** Whether a number format shows a date or time: it has a letter of one outside of quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = (code.split(";")[0] ?? "").replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) && !/[0#?]\s*E[+-]/i.test(bare);
}

async function readDateStyles(entry: ZipEntry | undefined): Promise<boolean[]> {
  const isDate: boolean[] = [];
  if (!entry) return isDate;
  const custom = new Map<number, boolean>();
  let isInCellFormats = false;
  await readWholeXml(entry, {
    open: (name, attributes) => {
      if (name === "numFmt")
        custom.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ""));
      else if (name === "cellXfs") isInCellFormats = true;
      else if (name === "xf" && isInCellFormats) {
        const format = Number(attributes.numFmtId ?? 0);
        isDate.push(custom.get(format) ?? isBuiltInDate(format));
      }
    },
    close: (name) => {
      if (name === "cellXfs") isInCellFormats = false;
    },
  });
  return isDate;
}
