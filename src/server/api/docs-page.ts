import "server-only";
import { GUIDE } from "./guide";
import type { JsonSchema, OpenApi } from "./openapi";
import { PROBLEMS } from "./problem";

/** The OpenAPI document as a page to read: plain HTML without scripts, light or dark as the reader's system is. */
export function writeDocsPage(document: OpenApi): string {
  const base = document.servers[0]?.url ?? "";
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const schemas = Object.entries(document.components.schemas);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lastmetre API</title>
<link rel="icon" href="/logo.svg">
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Contents">
<p class="brand"><img src="/logo.svg" alt="" width="22" height="22"> Lastmetre API</p>
<h2>Guide</h2>
<ul>${GUIDE.map(({ title }) => `<li><a href="#${anchor(title)}">${escapeHtml(title)}</a></li>`).join("")}</ul>
<h2>Endpoints</h2>
<ul>${operations
    .map(
      ({ path, method, operation }) =>
        `<li><a href="#${escapeHtml(String(operation.operationId))}"><b class="${method}">${method.toUpperCase()}</b> ${escapeHtml(path)}</a></li>`,
    )
    .join("")}</ul>
<h2>More</h2>
<ul><li><a href="#problem-kinds">Kinds of problems</a></li><li><a href="#schemas">Schemas</a></li></ul>
</nav>
<main>
<h1>Lastmetre API</h1>
<p>Version 1, at <code>${escapeHtml(base)}</code>. For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${example(base)}
${GUIDE.map(
  ({ title, paragraphs }) =>
    `<section id="${anchor(title)}"><h2>${escapeHtml(title)}</h2>${paragraphs.map((text) => `<p>${prose(text)}</p>`).join("")}</section>`,
).join("\n")}
${operations.map(writeOperation).join("\n")}
<section id="problem-kinds"><h2>Kinds of problems</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Kinds of problems"><table><thead><tr><th>Status</th><th>Kind</th><th>Title</th></tr></thead><tbody>
${Object.entries(PROBLEMS)
  .map(
    ([kind, { status, title }]) =>
      `<tr id="problem-${kind}"><td>${status}</td><td><code>${kind}</code></td><td>${escapeHtml(title)}</td></tr>`,
  )
  .join("")}
</tbody></table></div></section>
<section id="schemas"><h2>Schemas</h2>
${schemas
  .map(
    ([name, schema]) => `<h3 id="schema-${escapeHtml(name)}">${escapeHtml(name)}</h3>${writeSchema(schema)}`,
  )
  .join("\n")}
</section>
</main>
</body>
</html>`;
}

function example(base: string): string {
  const body = `{"touchpointId": "…", "encounterTypeId": "…", "employeeReference": "E-17",
       "externalReference": "visit-48213",
       "customer": {"email": "anna@example.com", "language": "fi", "consent": "given"}}`;
  return `<pre tabindex="0" role="group" aria-label="Example"><code>${escapeHtml(`curl ${base}/encounters \\
  -H "Authorization: Bearer lm_…" -H "Content-Type: application/json" \\
  -H "Idempotency-Key: visit-48213" \\
  -d '${body}'`)}</code></pre>`;
}

type Operation = { path: string; method: string; operation: JsonSchema };
type Parameter = {
  name?: string;
  in?: string;
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
};
type Answers = Record<
  string,
  { description?: string; content?: Record<string, { schema: JsonSchema }>; $ref?: string }
>;

function writeOperation({ path, method, operation }: Operation): string {
  const { operationId, summary, description } = operation as Record<string, string>;
  const parameters = (operation.parameters as Parameter[]).filter(({ name }) => name);
  const body = operation.requestBody as
    | { description?: string; content: Record<string, { schema: JsonSchema }> }
    | undefined;
  const [bodyType, bodyContent] = Object.entries(body?.content ?? {})[0] ?? [];
  const answers = Object.entries(operation.responses as Answers);
  const problems = answers.filter(([, answer]) => answer.$ref);
  return `<section id="${escapeHtml(operationId ?? "")}">
<h2>${escapeHtml(summary ?? "")}</h2>
<p class="address"><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code></p>
<p>${prose(description ?? "")}</p>
${
  parameters.length > 0
    ? `<h3>Parameters</h3>${writeRows(
        parameters.map((one) => ({
          name: one.name ?? "",
          isRequired: one.required ?? false,
          schema: { ...one.schema, description: one.description ?? one.schema?.description },
        })),
      )}`
    : ""
}
${bodyContent ? `<h3>Body</h3><p><code>${escapeHtml(bodyType ?? "")}</code> ${prose(body?.description ?? "")}</p>${writeSchema(bodyContent.schema)}` : ""}
<h3>Answers</h3>
${answers
  .filter(([, answer]) => !answer.$ref)
  .map(
    ([status, answer]) =>
      `<p><b>${status}</b> ${escapeHtml(answer.description ?? "")}</p>${writeSchema(Object.values(answer.content ?? {})[0]?.schema ?? {})}`,
  )
  .join("")}
<p>Problems: ${problems
    .map(([status, answer]) => {
      const kind = answer.$ref?.split("/").at(-1) ?? "";
      return `<a href="#problem-${kind}">${status} ${escapeHtml(kind)}</a>`;
    })
    .join(", ")}</p>
</section>`;
}

/** The fields of an object as a table; anything else as its type. */
function writeSchema(schema: JsonSchema): string {
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  if (!properties) return `<p>${describeType(schema)} ${prose(String(schema.description ?? ""))}</p>`;
  const required = (schema.required as string[] | undefined) ?? [];
  const rows = Object.entries(properties).map(([name, field]) => ({
    name,
    isRequired: required.includes(name),
    schema: field,
  }));
  return (schema.description ? `<p>${prose(String(schema.description))}</p>` : "") + writeRows(rows);
}

function writeRows(rows: { name: string; isRequired: boolean; schema: JsonSchema }[]): string {
  return `<div class="scroll" tabindex="0" role="group" aria-label="Fields"><table><thead><tr><th>Name</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows
    .map(
      ({ name, isRequired, schema }) =>
        `<tr><td><code>${escapeHtml(name)}</code>${isRequired ? ' <span class="required">required</span>' : ""}</td><td>${describeType(schema)}</td><td>${prose(String(schema.description ?? ""))}</td></tr>`,
    )
    .join("")}</tbody></table></div>`;
}

/** A type in words: "text", "one of …", "list of NewEncounter". */
function describeType(schema: JsonSchema): string {
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  const alternatives = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (alternatives && !schema.properties) return alternatives.map(describeType).join(" or ");
  if (Array.isArray(schema.enum))
    return `one of ${schema.enum.map((one) => `<code>${escapeHtml(String(one))}</code>`).join(", ")}`;
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  const { type } = schema;
  if (type === "array") return `list of ${describeType((schema.items ?? {}) as JsonSchema)}`;
  if (type === "object" || schema.properties) {
    const names = Object.keys((schema.properties ?? {}) as object);
    return names.length > 0
      ? `object: ${names.map((name) => `<code>${escapeHtml(name)}</code>`).join(", ")}`
      : "object";
  }
  const bounds = [
    schema.minimum !== undefined ? `from ${schema.minimum}` : "",
    schema.maximum !== undefined && Number(schema.maximum) < 1e9 ? `to ${schema.maximum}` : "",
    schema.maxLength !== undefined ? `up to ${schema.maxLength} characters` : "",
    schema.default !== undefined ? `default ${schema.default}` : "",
  ].filter(Boolean);
  return escapeHtml([schema.format ?? type ?? "anything", ...bounds].join(" "));
}

const anchor = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

function escapeHtml(value: string): string {
  return value.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text with its `code`. */
function prose(value: string): string {
  return escapeHtml(value).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2524;--muted:#55625f;--line:#d9dfdd;--canvas:#f7f9f8;--surface:#fff;--accent:#0b5d56;--get:#0b5d56;--post:#8a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#e6ecea;--muted:#a3b0ad;--line:#34403d;--canvas:#141a19;--surface:#1b2322;--accent:#6fd0c4;--get:#6fd0c4;--post:#f0b26a}}
*{box-sizing:border-box}
body{margin:0;font:15px/1.6 system-ui,sans-serif;color:var(--ink);background:var(--canvas);display:grid;grid-template-columns:17rem minmax(0,1fr)}
nav{position:sticky;top:0;align-self:start;height:100vh;overflow-y:auto;padding:1.5rem 1.25rem;border-right:1px solid var(--line);background:var(--surface)}
nav h2{font-size:.8rem;color:var(--muted);margin:1.25rem 0 .25rem;font-weight:600}
nav ul{list-style:none;margin:0;padding:0}nav a{display:block;padding:.2rem 0;color:var(--ink);text-decoration:none;overflow-wrap:anywhere}nav a:hover{text-decoration:underline}
.brand{display:flex;gap:.5rem;align-items:center;font-weight:650;margin:0}
main{padding:2rem clamp(1rem,4vw,3rem) 5rem;max-width:60rem}
h1{font-size:2rem;margin:0 0 .5rem}main h2{font-size:1.25rem;margin:2.75rem 0 .5rem}h3{font-size:1rem;margin:1.5rem 0 .5rem}
section{scroll-margin-top:1rem}p{margin:.5rem 0}
a{color:var(--accent)}code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
pre{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem;overflow-x:auto}pre code{overflow-wrap:normal}
.address{font-size:1.05rem}b.get{color:var(--get)}b.post{color:var(--post)}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--surface)}
table{border-collapse:collapse;width:100%;font-size:.93rem}th,td{text-align:left;vertical-align:top;padding:.45rem .75rem;border-top:1px solid var(--line)}thead th{border-top:0;color:var(--muted);font-weight:600}
td:first-child{white-space:nowrap}td:first-child code{overflow-wrap:normal}.required{color:var(--muted);font-size:.8rem}
tr:target td{background:color-mix(in srgb,var(--accent) 14%,transparent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:52rem){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}td:first-child{white-space:normal}.required{display:block}}
`;
