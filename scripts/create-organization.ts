import type { z } from "zod";
import {
  createOrganization,
  FIRST_LINK_DAYS,
} from "../src/features/organizations/commands/create-organization";
import { newOrganizationInput } from "../src/features/organizations/schema";
import { closeDatabase } from "../src/server/database";
import { ConflictError } from "../src/server/errors";
import { CommandError, parseCommandLine, runCommand } from "./lib/command-line";
import { requireEnvironment } from "./lib/environment-file";
import { requireUsableDatabase } from "./lib/start-checks";

const help = `Usage: npm run create-organization -- --name "Example Oy" --slug example --owner-email anna@example.com

Makes an organization and its first owner, and prints a link with which the owner sets a password: it works once, for
${FIRST_LINK_DAYS} days. An owner who signs in here already gets the organization beside the others.

  --name <text>         the organization's name, as customers see it
  --slug <text>         its part of the address: small letters, digits and hyphens
  --owner-email <text>  with which the owner signs in
  --owner-name <text>   default: the part of the e-mail address before @
  --language <fi|en>    of the owner's screens and, by default, of surveys; default: fi
  --time-zone <name>    default: Europe/Helsinki
  --help                show this text`;

const OPTIONS: Record<string, string> = {
  ownerEmail: "owner-email",
  ownerName: "owner-name",
  timeZone: "time-zone",
};

const MISTAKES: Record<string, string> = {
  name: "is needed, at most 120 characters",
  slug: "is needed: 2–40 small letters, digits and hyphens",
  ownerEmail: "is needed, in the form name@example.com",
  ownerName: "at most 120 characters",
  language: "fi or en",
  timeZone: "is not the name of a time zone, like Europe/Helsinki",
};

runCommand(async () => {
  const text = { type: "string" } as const;
  const { values } = parseCommandLine({
    help,
    options: {
      name: text,
      slug: text,
      "owner-email": text,
      "owner-name": text,
      language: text,
      "time-zone": text,
    },
  });
  const environment = requireEnvironment();
  const input = newOrganizationInput.safeParse({
    name: values.name,
    slug: values.slug,
    ownerEmail: values["owner-email"],
    ownerName: values["owner-name"] ?? values["owner-email"]?.split("@")[0],
    language: values.language ?? "fi",
    timeZone: values["time-zone"] ?? "Europe/Helsinki",
  });
  if (!input.success) throw new CommandError(describeMistakes(input.error), 2);
  await requireUsableDatabase(environment.DATABASE_URL);
  try {
    const { passwordToken } = await createOrganization(input.data);
    console.log(`Created ${input.data.name}: ${environment.APP_URL}/o/${input.data.slug}`);
    console.log(
      passwordToken
        ? `${input.data.ownerEmail} sets a password at: ${environment.APP_URL}/reset-password/${passwordToken}`
        : `${input.data.ownerEmail} signs in with the password already in use: ${environment.APP_URL}/sign-in`,
    );
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new CommandError(`--slug: "${input.data.slug}" is in use already; choose another`);
  } finally {
    await closeDatabase();
  }
});

function describeMistakes(error: z.ZodError): string {
  const fields = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  return fields.map((field) => `--${OPTIONS[field] ?? field}: ${MISTAKES[field]}`).join("\n");
}
