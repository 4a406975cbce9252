import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UnreadableFileError } from "./unreadable-file-error";
import type { ZipEntry } from "./zip-file";
import { asUnreadable } from "./zip-file";

export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** A sheet nests a handful of elements, and its longest text is a cell's. More was made to fill a memory. */
const DEEPEST = 100;
const LONGEST_UNBROKEN = 4 * 1024 * 1024;

/**
 * Reads the XML of an entry as it is unpacked; after each piece `afterPiece` may give what it has gathered, or false to
 * stop reading. Names come without their namespace prefix. Throws UnreadableFileError.
 */
export async function* readXml<T>(
  entry: ZipEntry,
  handlers: XmlHandlers,
  afterPiece: () => T | null | false,
): AsyncGenerator<T> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", () => {
    throw new UnreadableFileError("fileBroken");
  });
  // Entities are declared by attackers, not by spreadsheets.
  parser.on("doctype", () => {
    throw new UnreadableFileError("fileBroken");
  });
  const { open, text, close } = handlers;
  let depth = 0;
  /** Characters since the last tag: the parser keeps all of a text, comment or attribute until it has ended. */
  let unbroken = 0;
  parser.on("opentag", (tag: SaxesTagPlain) => {
    unbroken = 0;
    depth += 1;
    if (depth > DEEPEST) throw new UnreadableFileError("fileUnpacksTooBig");
    open?.(local(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag: SaxesTagPlain) => {
    unbroken = 0;
    depth -= 1;
    close?.(local(tag.name));
  });
  if (text) parser.on("text", text);
  const decoder = new TextDecoder("utf-8");
  const stream = await entry.open();
  try {
    for await (const piece of stream) {
      const characters = decoder.decode(piece as Uint8Array, { stream: true });
      unbroken += characters.length;
      parser.write(characters);
      if (unbroken > LONGEST_UNBROKEN) throw new UnreadableFileError("fileUnpacksTooBig");
      const gathered = afterPiece();
      if (gathered === false) return;
      if (gathered !== null) yield gathered;
    }
    parser.close();
    const gathered = afterPiece();
    if (gathered !== null && gathered !== false) yield gathered;
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    stream.destroy();
  }
}

/** Reads a small entry to its end. */
export async function readWholeXml(entry: ZipEntry, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(entry, handlers, () => null)) {
    // Everything is in the handlers.
  }
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
