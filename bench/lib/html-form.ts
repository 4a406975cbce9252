import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { HttpAnswer } from "./http-connection";

/** What a browser takes, which is what pages are compressed for. */
export const BROWSER_HEADERS =
  "accept: text/html,application/xhtml+xml\r\naccept-encoding: gzip, deflate, br\r\naccept-language: en\r\n";

export function readText(answer: HttpAnswer): string {
  const encoding = answer.headers.get("content-encoding");
  if (encoding === "br") return brotliDecompressSync(answer.body).toString("utf8");
  if (encoding === "gzip") return gunzipSync(answer.body).toString("utf8");
  return answer.body.toString("utf8");
}

export type HtmlForm = {
  /** Path it is posted to. */
  action: string;
  enctype: string;
  hidden: [string, string][];
  /** Values of radio buttons and submit buttons by name, in the order of the page. */
  choices: Map<string, string[]>;
};

/** The page's first form that is posted and has a field of this name, as a browser without script sees it. */
export function findForm(html: string, field: string, pagePath: string): HtmlForm | null {
  for (const [, attributes = "", content = ""] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)) {
    if (!content.includes(`name="${field}"`)) continue;
    const hidden: [string, string][] = [];
    const choices = new Map<string, string[]>();
    for (const [tag] of content.matchAll(/<(?:input|button)\b[^>]*>/gi)) {
      const name = attribute(tag, "name");
      if (!name) continue;
      const value = attribute(tag, "value") ?? "";
      const type = attribute(tag, "type");
      if (type === "hidden") hidden.push([name, value]);
      else if (type === "radio" || type === "submit")
        choices.set(name, [...(choices.get(name) ?? []), value]);
    }
    const enctype = attribute(attributes, "enctype") ?? "application/x-www-form-urlencoded";
    return { action: attribute(attributes, "action") || pagePath, enctype, hidden, choices };
  }
  return null;
}

const attributePatterns = new Map<string, RegExp>();

function attribute(tag: string, name: string): string | null {
  let pattern = attributePatterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s${name}="([^"]*)"`, "i");
    attributePatterns.set(name, pattern);
  }
  const value = pattern.exec(tag)?.[1];
  return value === undefined ? null : decode(value);
}

const ENTITIES: Record<string, string> = { amp: "&", quot: '"', "#x27": "'", "#39": "'", lt: "<", gt: ">" };

function decode(text: string): string {
  return text.includes("&")
    ? text.replace(/&(amp|quot|#x27|#39|lt|gt);/g, (_, name) => ENTITIES[name] ?? "")
    : text;
}

/** The form filled in, ready to be posted: content type header and body. */
export function encodeForm(form: HtmlForm, fields: [string, string][]): { headers: string; body: string } {
  const all = [...form.hidden, ...fields];
  if (form.enctype !== "multipart/form-data") {
    return {
      headers: "content-type: application/x-www-form-urlencoded\r\n",
      body: new URLSearchParams(all).toString(),
    };
  }
  const boundary = "----lastmetre-bench-7MA4YWxkTrZu0gW";
  const parts = all.map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll('"', "%22")}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: `content-type: multipart/form-data; boundary=${boundary}\r\n`,
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}
