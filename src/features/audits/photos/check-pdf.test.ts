import { expect, it } from "vitest";
import { HTML, pdfDocument, phonePhoto, zipArchive } from "../../../../tests/factories/pictures";
import { checkPdf } from "./check-pdf";
import { RefusedFileError } from "./refused-file-error";

async function refusalOf(bytes: Buffer): Promise<string> {
  try {
    await checkPdf(bytes);
    return "taken";
  } catch (error) {
    if (!(error instanceof RefusedFileError)) throw error;
    return [error.message, ...Object.values(error.values)].join(" ");
  }
}

it("a plain PDF is stored as it is", async () => {
  const pdf = pdfDocument({
    packed: ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"],
    objects: [
      "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.com/) >> >>",
      "[3 0 R /Fit]",
    ],
    trailer: "/OpenAction 11 0 R",
  });
  const checked = await checkPdf(pdf);
  expect(checked).toMatchObject({ contentType: "application/pdf", width: null, height: null });
  expect(Buffer.from(checked.content)).toEqual(pdf);
});

it("one that does something is refused, wherever it hides what it does", async () => {
  const script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
  expect({
    script: await refusalOf(pdfDocument({ objects: [script], trailer: "/OpenAction 10 0 R" })),
    "script in a stream of objects": await refusalOf(pdfDocument({ packed: [script] })),
    "script with coded letters": await refusalOf(
      pdfDocument({ objects: ["<< /S /J#61vaScript /J#53 (x) >>"] }),
    ),
    "script with coded letters in a stream": await refusalOf(
      pdfDocument({ packed: ["<</S/#4aavaScript/JS(x)>>"] }),
    ),
    "script between what looks like a stream": await refusalOf(
      pdfDocument({ objects: ["(stream\n)", script, "(endstream)"] }),
    ),
    program: await refusalOf(pdfDocument({ objects: ["<< /S /Launch /F (cmd.exe) >>"] })),
    "attached file": await refusalOf(pdfDocument({ objects: ["<< /Type /EmbeddedFile >>"] })),
    "form with a script": await refusalOf(pdfDocument({ objects: ["<< /AcroForm << /XFA 5 0 R >> >>"] })),
    "form that is sent": await refusalOf(pdfDocument({ packed: ["<< /S /SubmitForm /F (http://x) >>"] })),
    encrypted: await refusalOf(pdfDocument({ trailer: "/Encrypt 8 0 R" })),
  }).toEqual({
    script: "pdfActive",
    "script in a stream of objects": "pdfActive",
    "script with coded letters": "pdfActive",
    "script with coded letters in a stream": "pdfActive",
    "script between what looks like a stream": "pdfActive",
    program: "pdfActive",
    "attached file": "pdfActive",
    "form with a script": "pdfActive",
    "form that is sent": "pdfActive",
    encrypted: "pdfEncrypted",
  });
});

it("one that cannot be looked into, or is no PDF alone, is refused", async () => {
  const pdf = pdfDocument({ packed: ["<< /A /B >>"] });
  const text = pdf.toString("latin1");
  const as = (changed: string): Promise<string> => refusalOf(Buffer.from(changed, "latin1"));
  expect({
    "packed otherwise": await as(
      text.replace("/Type /ObjStm", "/Type /ObjStm /DecodeParms << /Predictor 12 >>"),
    ),
    "packed twice": await as(text.replace(/(ObjStm[^>]*?)(\/FlateDecode)/, "$1[/ASCIIHexDecode $2]")),
    "damaged stream of objects": await as(text.replace(/(ObjStm[\s\S]*?stream\n)../, "$1zz")),
    "cut off": await as(text.slice(0, -20)),
    "a picture": await refusalOf(await phonePhoto()),
    "and an archive": await refusalOf(Buffer.concat([zipArchive(), pdf])),
    "with an archive inside": await as(
      text.replace("trailer", `${zipArchive().toString("latin1")}\ntrailer`),
    ),
    "with a page inside": await as(text.replace("trailer", `${HTML}\ntrailer`)),
  }).toEqual({
    "packed otherwise": "pdfUnreadable",
    "packed twice": "pdfUnreadable",
    "damaged stream of objects": "pdfUnreadable",
    "cut off": "pdfBroken",
    "a picture": "pdfBroken",
    "and an archive": "pdfBroken",
    "with an archive inside": "photoHides archive",
    "with a page inside": "photoHides page",
  });
});
