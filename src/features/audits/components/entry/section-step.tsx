"use client";

import { useLocale } from "next-intl";
import { ItemAnswer } from "@/features/audit-forms/components/answering/item-answer";
import type { AuditAnswerValue, AuditFormSection } from "@/features/audit-forms/schema";
import { chooseText } from "@/server/input";
import type { AuditOutbox } from "../../entry/outbox";
import type { OutboxSnapshot } from "../../entry/outbox-types";
import { MOST_EVIDENCE_PHOTOS } from "../../photos/limits";
import type { EntryView } from "./entry-view";
import { ItemPhotos } from "./item-photos";
import { ConflictNotice, RefusalNotice, RemarkNotice } from "./notices";

/** The items of one section. */
export function SectionStep({
  view,
  section,
  answers,
  snapshot,
  outbox,
  filesHref,
}: {
  view: EntryView;
  section: AuditFormSection;
  /** With photos counted. */
  answers: Readonly<Record<string, AuditAnswerValue>>;
  snapshot: OutboxSnapshot;
  outbox: AuditOutbox;
  filesHref: string;
}) {
  const language = useLocale();
  const intro = chooseText(section.intro, language);
  return (
    <>
      {intro && <p className="max-w-prose text-lg whitespace-pre-line text-ink">{intro}</p>}
      {section.items.map((item) => {
        const theirs = snapshot.conflicts[item.key];
        const refusal = snapshot.refusals[item.key];
        const remarks = view.remarks.filter(({ itemKey }) => itemKey === item.key);
        return (
          <ItemAnswer
            key={item.key}
            item={item}
            value={answers[item.key]}
            language={language}
            onChange={(value) => outbox.answer(item.key, value)}
            notices={
              <>
                <RemarkNotice remarks={remarks} />
                {refusal !== undefined && <RefusalNotice text={refusal} />}
                {theirs && (
                  <ConflictNotice
                    item={item}
                    mine={snapshot.answers[item.key] ?? null}
                    theirs={theirs}
                    onChoose={(whose) => outbox.choose(item.key, whose)}
                  />
                )}
              </>
            }
            photos={
              <ItemPhotos
                itemKey={item.key}
                itemText={chooseText(item.text, language)}
                files={snapshot.files.filter(({ itemKey }) => itemKey === item.key)}
                photos={snapshot.photos.filter(({ itemKey }) => itemKey === item.key)}
                filesHref={filesHref}
                most={item.kind === "photo" ? item.mostPhotos : MOST_EVIDENCE_PHOTOS}
                isAnswer={item.kind === "photo"}
                onAdd={(photo) => outbox.addPhoto(photo)}
                onRemove={(id) => outbox.removePhoto(id)}
              />
            }
          />
        );
      })}
    </>
  );
}
