"use client";

import { useTranslations } from "next-intl";
import { type FocusEvent, useRef } from "react";
import type { RespondentLanguage } from "@/server/input";
import { textAt, withText } from "../../definition-texts";
import { unknownPlaceholdersIn } from "../../rules";
import type { PreviewStep } from "../preview/preview-source";
import { useBuilder } from "./builder-context";
import { LocalizedField } from "./localized-field";
import { PlaceholderChips } from "./placeholder-chips";
import { SectionCard } from "./section-card";

/** Subject and body of the invitation and the reminder. */
export function MailsSection() {
  const t = useTranslations("surveys");
  const { reminderCount } = useBuilder().draft.settings;
  return (
    <SectionCard place="mails" description={t("mails.about")} gap="large">
      <MailFields mail="invitationMail" title={t("mails.invitation")} step="mail" />
      <MailFields
        mail="reminderMail"
        title={t("mails.reminder")}
        note={reminderCount === 0 ? t("mails.reminderUnused") : undefined}
        step="reminder"
      />
    </SectionCard>
  );
}

/** One mail; pressing a placeholder writes it where the cursor was last, in the body unless in the subject. */
function MailFields({
  mail,
  title,
  note,
  step,
}: {
  mail: "invitationMail" | "reminderMail";
  title: string;
  note?: string;
  step: PreviewStep;
}) {
  const t = useTranslations("surveys");
  const { draft, language, changeDefinition } = useBuilder();
  const lastFocused = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const group = useRef<HTMLFieldSetElement>(null);

  const unknownIn = (path: string) => {
    const written = textAt(draft.definition, path)[language as RespondentLanguage] ?? "";
    const [first] = unknownPlaceholdersIn(written);
    return first === undefined ? undefined : t("findings.unknownPlaceholder", { placeholder: first });
  };

  const insert = (placeholder: string) => {
    // A field of another language is gone from the page.
    const focused = lastFocused.current?.isConnected ? lastFocused.current : null;
    const input = focused ?? group.current?.querySelector("textarea");
    const name = input?.closest("[data-field]")?.getAttribute("data-field");
    if (!input || !name) return;
    const path = name.slice("definition.".length, name.lastIndexOf("."));
    const { value } = input;
    const from = focused?.selectionStart ?? value.length;
    const to = focused?.selectionEnd ?? value.length;
    const text = value.slice(0, from) + placeholder + value.slice(to);
    changeDefinition((definition) => withText(definition, path, language, text), name);
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(from + placeholder.length, from + placeholder.length);
    });
  };

  return (
    <fieldset
      ref={group}
      className="flex min-w-0 flex-col gap-4"
      onFocus={(event: FocusEvent) => {
        const { target } = event;
        if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
          lastFocused.current = target;
        }
      }}
    >
      <legend className="float-left w-full font-semibold text-ink">
        {title}
        {note && <span className="mt-0.5 block text-sm font-normal text-muted">{note}</span>}
      </legend>
      <LocalizedField
        path={`${mail}.subject`}
        label={t("texts.subject")}
        error={unknownIn(`${mail}.subject`)}
        preview={{ step }}
      />
      <LocalizedField
        path={`${mail}.body`}
        label={t("texts.body")}
        rows={4}
        error={unknownIn(`${mail}.body`)}
        preview={{ step }}
      />
      <PlaceholderChips mailTitle={title} onInsert={insert} />
    </fieldset>
  );
}
