import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { saveAnswerMapping } from "@/features/answer-imports/commands/saved-mappings";
import { answerMapping } from "@/features/answer-imports/mapping";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { callApi, createApiKey } from "./call-api";

setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let key: { id: string; key: string };

// A place of its own for uploads: other tests upload too.
const folder = mkdtempSync(path.join(tmpdir(), "lastmetre-test-uploads-"));
process.env.TMPDIR = folder;
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  small = await createSmallOrganization();
  key = await createApiKey(small.scope);
});

function upload(file: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set("file", new Blob([file]), "answers.csv");
  return callApi("POST", "/imports", { key: key.key, body });
}

it("a file is imported by a mapping that was saved in the wizard, in pieces and whole", async () => {
  const mapping = answerMapping.parse({
    columns: [
      { column: "Date", use: "date", form: "ymd" },
      { column: "Score", use: "score", metric: "nps", touchpoint: { id: small.touchpoint.id } },
    ],
  });
  await saveAnswerMapping(small.owner.scope, "Monthly file", mapping);
  // More than one piece of 4 MiB.
  const file = `Date,Score\n${"2026-01-05,9\n".repeat(400_000)}`;
  const { status, body } = await upload(file, { mappingName: "Monthly file" });
  expect(status).toBe(202);
  const [stored] = await withScope(
    small.scope,
    (tx) => tx.$queryRaw<{ content: string; api_key_id: string; status: string }[]>`
      select string_agg(convert_from(c.content, 'UTF8'), '' order by c.position) as content, i.api_key_id,
             i.status::text as status
        from answer_imports i join answer_import_chunks c on c.organization_id = i.organization_id and c.import_id = i.id
       where i.id = ${body.id}::uuid group by i.api_key_id, i.status`,
  );
  expect(stored?.content === file).toBe(true);
  expect(stored).toMatchObject({ api_key_id: key.id, status: "running" });
});

it("leaves no file on the disk and no import behind when it is refused", async () => {
  const before = await withScope(small.scope, (tx) => tx.answerImport.count());
  const refused = await upload("Date,Score\n2026-01-05,9\n", { mapping: JSON.stringify({ columns: [] }) });
  expect(refused.status).toBe(422);
  expect(await withScope(small.scope, (tx) => tx.answerImport.count())).toBe(before);
  expect(readdirSync(folder)).toEqual([]);
});
