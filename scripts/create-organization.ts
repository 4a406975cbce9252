import { createOrganization } from "@/features/organizations/commands/create-organization";
import { closeDatabase } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { CommandError, parseCommandLine, runCommand } from "./lib/command-line";
import { requireEnvironment } from "./lib/environment-file";
import { requireUsableDatabase } from "./lib/start-checks";

const help = `Usage: npm run create-organization -- --name <name> --slug <slug> --owner-email <address> [options]

Makes an organization and its first owner, and prints a link with which the owner sets a password (once, within a week).
An owner who can sign in already gets the organization added instead. Everybody else is invited on the screens.

  --name <name>           the organization's name, as respondents read it
  --slug <slug>           its part of the address: small letters, digits and hyphens, e.g. north-coffee
  --owner-email <address>
  --owner-name <name>     default: the part of the address before the @
  --time-zone <zone>      IANA name; default Europe/Helsinki
  --language <language>   fi or en, of the owner's screens and the first surveys; default fi
  --help                  show this text

Reads the same variables as npm start (.env.example), from the environment or .env.`;

runCommand(async () => {
  const { values } = parseCommandLine({
    help,
    options: {
      name: { type: "string" },
      slug: { type: "string" },
      "owner-email": { type: "string" },
      "owner-name": { type: "string" },
      "time-zone": { type: "string" },
      language: { type: "string" },
    },
  });
  const input = readInput(values);
  const environment = requireEnvironment();
  await requireUsableDatabase(environment.DATABASE_URL);
  try {
    const { passwordToken } = await createOrganization(input);
    const address = `${environment.APP_URL}/o/${input.slug}`;
    console.log(`Created ${input.name}: ${address}`);
    console.log(
      passwordToken
        ? `${input.ownerEmail} sets a password here, once, within a week:\n${environment.APP_URL}/reset-password/${passwordToken}`
        : `${input.ownerEmail} signs in with the password of before.`,
    );
  } catch (error) {
    if (error instanceof ConflictError) throw new CommandError(`The slug ${input.slug} is taken.`);
    throw error;
  } finally {
    await closeDatabase();
  }
});

function readInput(values: Record<string, string | boolean | undefined>) {
  const text = (name: string) => String(values[name] ?? "").trim();
  const ownerEmail = text("owner-email").toLowerCase();
  const language = text("language") || "fi";
  const timeZone = text("time-zone") || "Europe/Helsinki";
  const mistakes = [
    text("name") ? undefined : "--name is missing",
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text("slug"))
      ? undefined
      : `--slug ${text("slug") ? "takes small letters, digits and single hyphens" : "is missing"}`,
    /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(ownerEmail)
      ? undefined
      : `--owner-email ${ownerEmail ? "is not an e-mail address" : "is missing"}`,
    language === "fi" || language === "en" ? undefined : "--language takes fi or en",
    isTimeZone(timeZone) ? undefined : "--time-zone takes an IANA name such as Europe/Helsinki",
  ].filter((mistake) => mistake !== undefined);
  if (mistakes.length > 0) throw new CommandError(mistakes.join("\n"), 2);
  return {
    name: text("name"),
    slug: text("slug"),
    ownerEmail,
    ownerName: text("owner-name") || (ownerEmail.split("@")[0] ?? ownerEmail),
    timeZone,
    language: language as "fi" | "en",
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name.includes("/") || name === "UTC";
  } catch {
    return false;
  }
}
