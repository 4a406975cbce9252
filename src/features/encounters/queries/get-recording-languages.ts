import "server-only";
import { withScope } from "@/server/database";
import { respondentLanguage } from "@/server/input";
import type { Scope } from "@/server/scope";
import type { CustomerLanguage } from "../schema";

/** The languages customers can be asked in, and the one to start with. */
export async function getRecordingLanguages(
  scope: Scope,
): Promise<{ languages: CustomerLanguage[]; language: CustomerLanguage }> {
  const organization = await withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { languages: true, language: true },
    }),
  );
  return {
    languages: respondentLanguage.array().parse(organization.languages),
    language: respondentLanguage.parse(organization.language),
  };
}
