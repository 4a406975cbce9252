"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ServerAction } from "@/server/action-result";
import { useFailureText } from "../action-messages";
import { Button } from "../button";
import { Callout } from "../callout";
import { Dialog } from "../dialog";
import { useToast } from "../toast";
import { useServerAction } from "../use-server-action";

/** As much of a draft's saver as it takes to publish what it keeps saved. */
type Publishable = {
  getSnapshot: () => { revision: string };
  flush: () => Promise<boolean>;
  adoptRevision: (revision: string) => void;
  compareWithServer: () => Promise<void>;
};

export type PublishButtonProps<I> = {
  /** The number of the version in use; null while nothing was published. */
  currentNumber: number | null;
  saver: Publishable;
  action: ServerAction<I, { versionNumber: number; revision: string }>;
  /** What the action takes, once everything is saved. */
  input: (revision: string) => I;
  /** What publishing does, in a sentence or two. */
  effect: string;
  /** The title while there are errors. */
  notReady: string;
  errors: string[];
  warnings: string[];
  /** What differs from the version in use; asked when the dialog opens. `content` stands alone when the count is 0. */
  changes: () => { count: number; content: ReactNode } | null;
};

/** Opens the confirmation of publishing a draft: what it changes, or what is missing. */
export function PublishButton<I>(props: PublishButtonProps<I>) {
  const t = useTranslations("ui.draft.publish");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {props.currentNumber === null ? t("open") : t("openChanges")}
      </Button>
      {open && <PublishDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PublishDialog<I>({
  currentNumber,
  saver,
  action,
  input,
  effect,
  notReady,
  errors,
  warnings,
  changes,
  onClose,
}: PublishButtonProps<I> & { onClose: () => void }) {
  const t = useTranslations("ui.draft.publish");
  const failureText = useFailureText();
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isReady = errors.length === 0;

  const publish = useServerAction(action, {
    onSuccess: ({ versionNumber, revision }) => {
      saver.adoptRevision(revision);
      toast({ message: t("done", { number: versionNumber }) });
      onClose();
    },
    onFailure: (failure) => {
      setProblem(failureText(failure));
      if (failure.code === "conflict") void saver.compareWithServer();
    },
  });

  const saveAndPublish = async () => {
    setProblem(null);
    setSaving(true);
    const isSaved = await saver.flush();
    setSaving(false);
    if (isSaved) publish.run(input(saver.getSnapshot().revision));
    else setProblem(t("notSaved"));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={isReady ? t("title", { number: (currentNumber ?? 0) + 1 }) : notReady}
      description={isReady ? effect : t("notReadyText")}
      footer={
        isReady ? (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button
              variant="primary"
              pending={isSaving || publish.pending}
              pendingText={t("working")}
              onClick={saveAndPublish}
            >
              {t("confirm")}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t("close")}</Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {problem && (
          <Callout tone="danger" role="alert">
            {problem}
          </Callout>
        )}
        {!isReady && <TextList texts={errors} />}
        {isReady && warnings.length > 0 && (
          <Callout tone="warning" title={t("warnings")}>
            <TextList texts={warnings} />
          </Callout>
        )}
        {isReady && currentNumber !== null && <Changes changes={changes} currentNumber={currentNumber} />}
      </div>
    </Dialog>
  );
}

function Changes({
  changes,
  currentNumber,
}: {
  changes: PublishButtonProps<never>["changes"];
  currentNumber: number;
}) {
  const t = useTranslations("ui.draft.publish");
  const found = changes();
  if (!found || found.count === 0) return found?.content;
  return (
    <section aria-labelledby="publish-changes">
      <h3 id="publish-changes" className="mb-3 font-semibold">
        {t("changes", { count: found.count, number: currentNumber })}
      </h3>
      {found.content}
    </section>
  );
}

function TextList({ texts }: { texts: string[] }) {
  return (
    <ul className="list-disc pl-4">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
