import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

type Module = { file: string; text: string };
let modules: Module[];

beforeAll(async () => {
  const files = (await Promise.all(["src", "scripts", "tests", "e2e", "bench"].map(listModules))).flat();
  modules = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
});

async function listModules(root: string): Promise<string[]> {
  if (!existsSync(root)) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /^[^.].*\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join("src", "generated")));
}

const offenders = (isOffender: (module: Module) => boolean) =>
  modules.filter(isOffender).map(({ file }) => file);

/** Modules this one imports at run time (not only for types), as files where they are ours. */
function listImports({ file, text }: Module): Module[] {
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm),
  ];
  return specifiers.flatMap((match) => {
    const specifier = match[1] ?? match[2] ?? "";
    const base = specifier.startsWith("@/")
      ? path.join("src", specifier.slice(2))
      : path.join(path.dirname(file), specifier);
    return modules.filter((module) => module.file === `${base}.ts` || module.file === `${base}.tsx`);
  });
}

const isClientModule = ({ text }: Module) => /^["']use client["']/.test(text);
const isActionModule = ({ text }: Module) => /^["']use server["']/.test(text);
const isServerOnly = ({ text }: Module) => /^import "server-only";/m.test(text);

describe("modules", () => {
  it("are found by the tests below", () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.filter(isClientModule).length).toBeGreaterThan(10);
    expect(modules.filter(isActionModule).length).toBeGreaterThan(5);
    const client = modules.find(({ file }) => file === path.join("src", "ui", "toast.tsx"));
    expect(client && isClientModule(client)).toBe(true);
  });

  it("are never barrels", () => {
    expect(offenders(({ file }) => /[\\/]index\.tsx?$/.test(file))).toEqual([]);
  });

  it("have names in kebab-case", () => {
    const allowed = /^\[{0,2}(\.\.\.)?[a-z0-9-]+\]{0,2}(\.[a-z0-9-]+)*\.tsx?$/;
    expect(offenders(({ file }) => !allowed.test(path.basename(file)))).toEqual([]);
  });

  it("of queries and commands can never reach a browser", () => {
    const ofDatabase = /^src[\\/]features[\\/][^\\/]+[\\/](queries|commands)([\\/]|\.ts$)/;
    expect(
      offenders(
        (module) => ofDatabase.test(module.file) && !/\.test\.ts$/.test(module.file) && !isServerOnly(module),
      ),
    ).toEqual([]);
  });

  it("that run in the browser import server code through actions only", () => {
    const offences = modules.filter(isClientModule).flatMap((client) =>
      listImports(client)
        .filter((imported) => isServerOnly(imported) && !isActionModule(imported))
        .map((imported) => `${client.file} → ${imported.file}`),
    );
    expect(offences).toEqual([]);
  });

  it("of actions export nothing but actions", () => {
    const offences = modules.filter(isActionModule).flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async function|const|function) (\w+)/gm)]
        .map((match) => match[1] ?? "")
        .filter((name) => !name.endsWith("Action"))
        .map((name) => `${file}: ${name}`),
    );
    expect(offences).toEqual([]);
  });
});
