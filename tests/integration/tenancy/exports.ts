import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FEATURES = path.resolve("src/features");
const KINDS = ["queries", "commands", "actions"] as const;
type Kind = (typeof KINDS)[number];

export type Exported = {
  /** "people/archiveCustomer": how the table names it. */
  name: string;
  kind: Kind;
  run: (...parameters: never[]) => unknown;
};

/** Whether a file of a feature, or of a part of one ("audits/review"), is (in) its queries, commands or actions. */
function kindOf(file: string): Kind | undefined {
  return KINDS.find((kind) => new RegExp(`^[^/]+/(?:[a-z-]+/)?${kind}(\\.tsx?$|/)`).test(file));
}

/** Every function that the features' queries, commands and actions export, whatever the file. */
export async function findExports(): Promise<Map<string, Exported>> {
  const files = readdirSync(FEATURES, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort();
  const found = new Map<string, Exported>();
  for (const file of files) {
    const kind = kindOf(file);
    if (!kind) continue;
    const feature = file.slice(0, file.indexOf("/"));
    const exported: Record<string, unknown> = await import(path.join(FEATURES, file));
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value !== "function") continue;
      const key = `${feature}/${name}`;
      if (found.has(key)) throw new Error(`two exports are called ${key}; the second is in ${file}`);
      found.set(key, { name: key, kind, run: value as Exported["run"] });
    }
  }
  return found;
}

/** Files with server actions outside the features' actions, where the table would not look. */
export function findMisplacedActions(): string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("generated/"))
    .filter((file) => /^\s*["']use server["']/m.test(readFileSync(path.join("src", file), "utf8")))
    .filter((file) => !file.startsWith("features/") || kindOf(file.slice("features/".length)) !== "actions");
}
