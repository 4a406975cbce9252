import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readWholeXml, readXml } from "./xml-events";
import type { ZipEntry } from "./zip-file";

/** An entry that unpacks to these pieces. */
function entryOf(pieces: Iterable<string>): ZipEntry {
  const open = async () =>
    Readable.from(
      (function* () {
        for (const piece of pieces) yield Buffer.from(piece);
      })(),
    );
  return { name: "xl/worksheets/sheet1.xml", size: 0, open };
}

function* repeated(begin: string, piece: string, times: number): Generator<string> {
  yield begin;
  for (let time = 0; time < times; time += 1) yield piece;
}

const MEGABYTE = "x".repeat(1_000_000);

describe("XML made to fill a memory", () => {
  it.each([
    ["a text that never ends", repeated("<a>", MEGABYTE, 1_000)],
    ["a comment that never ends", repeated("<a><!--", MEGABYTE, 1_000)],
    ["an attribute that never ends", repeated('<a b="', MEGABYTE, 1_000)],
    ["elements within elements without end", repeated("", "<a>", 1_000_000)],
  ])("%s is given up early", async (_, pieces) => {
    await expect(readWholeXml(entryOf(pieces), {})).rejects.toMatchObject({ reason: "fileUnpacksTooBig" });
    // What follows was never unpacked.
    expect(pieces.next().done).toBe(true);
  });

  it.each(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>&b;</a>"])("%s is not read", async (text) => {
    await expect(readWholeXml(entryOf([text]), {})).rejects.toMatchObject({ reason: "fileBroken" });
  });

  it("long texts cut by many tags are read", async () => {
    let characters = 0;
    const pieces = [...repeated("<a>", `<b>${MEGABYTE}</b>`, 8), "</a>"];
    const text = (piece: string) => {
      characters += piece.length;
    };
    for await (const _ of readXml(entryOf(pieces), { text }, () => null));
    expect(characters).toBe(8_000_000);
  });
});
