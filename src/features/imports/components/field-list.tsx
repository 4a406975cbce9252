import { useTranslations } from "next-intl";
import type { ImportKind } from "@/generated/prisma/enums";
import { Badge } from "@/ui/badge";
import { TARGET_FIELDS } from "../fields";

/** What a file of a kind may tell, and what it has to. */
export function FieldList({ kind }: { kind: ImportKind }) {
  const t = useTranslations("imports");
  return (
    <ul className="flex flex-col gap-1.5">
      {TARGET_FIELDS[kind].map((field) => (
        <li key={field.key} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {fieldLabel(t, kind, field.key)}
          {field.isRequired && (
            <Badge tone={field.hasDefault ? "neutral" : "accent"}>
              {t(field.hasDefault ? "new.neededOr" : "new.needed")}
            </Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

type Translate = ReturnType<typeof useTranslations<"imports">>;

/** The name of a target field. The keys come from TARGET_FIELDS, which messages are checked against by a test. */
export function fieldLabel(t: Translate, kind: ImportKind, field: string): string {
  return t(`fields.${kind}.${field}` as Parameters<Translate>[0]);
}
