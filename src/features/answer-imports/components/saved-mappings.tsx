"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { useServerAction } from "@/ui/use-server-action";
import { applyAnswerMappingAction, deleteAnswerMappingAction, mapAnswerImportAction } from "../actions";
import type { AnswerMapping } from "../mapping";
import type { SavedMapping } from "../schema";
import type { MappingSaver } from "./use-mapping-saver";

export type SavedMappingsProps = {
  importId: string;
  saved: SavedMapping[];
  /** Headers of the file, to tell how much of a saved mapping fits it. */
  columns: string[];
  /** What the server has; new after each refresh of the page. */
  current: AnswerMapping;
  saver: MappingSaver;
};

/** Mappings kept under a name: one can be used for this file, and this file's can be kept. */
export function SavedMappings({ importId, saved, columns, current, saver }: SavedMappingsProps) {
  const t = useTranslations("answerImports.saved");
  const router = useRouter();
  const [chosenId, setChosenId] = useState(saved[0]?.id ?? "");
  const chosen = saved.find(({ id }) => id === chosenId) ?? saved[0];
  const { adopt } = saver;

  // A mapping was put in place on the server: the next refresh brings it, and it replaces what is on screen.
  const awaited = useRef<AnswerMapping | null>(null);
  useEffect(() => {
    if (!awaited.current || awaited.current === current) return;
    awaited.current = null;
    adopt(current);
  }, [current, adopt]);

  const fitting = chosen?.columns.filter((column) => columns.includes(column)).length ?? 0;

  if (!chosen) return null;
  return (
    <Card title={t("title")} description={t("description")}>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
        <Field
          name="savedMapping"
          label={t("use")}
          hint={t("fits", { fitting, total: chosen.columns.length })}
          className="w-full sm:w-80"
        >
          <Select
            value={chosen.id}
            options={saved.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setChosenId(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2 sm:pb-6.5">
          <ConfirmButton
            action={applyAnswerMappingAction}
            input={{ id: importId, mappingId: chosen.id }}
            disabled={fitting === 0}
            confirmTitle={t("applyTitle", { name: chosen.name })}
            consequences={t("applyText")}
            confirmLabel={t("apply")}
            confirmVariant="primary"
            successMessage={t("applied")}
            onSuccess={() => {
              awaited.current = current;
              router.refresh();
            }}
          >
            {t("apply")}
          </ConfirmButton>
          <ConfirmButton
            variant="ghost"
            icon={<Trash2 aria-hidden className="size-4" />}
            action={deleteAnswerMappingAction}
            input={{ mappingId: chosen.id }}
            confirmTitle={t("deleteTitle", { name: chosen.name })}
            consequences={t("deleteText")}
            confirmLabel={t("delete")}
            successMessage={t("deleted")}
            onSuccess={() => router.refresh()}
          >
            {t("delete")}
          </ConfirmButton>
        </div>
      </div>
    </Card>
  );
}

/** Keeps the mapping on screen under a name; asks before one of the same name is replaced. */
export function SaveMapping({
  importId,
  saved,
  mapping,
}: {
  importId: string;
  saved: SavedMapping[];
  mapping: AnswerMapping;
}) {
  const t = useTranslations("answerImports.saved");
  const router = useRouter();
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const trimmed = name.trim();
  const isKnown = saved.some((one) => one.name === trimmed);
  const input = { id: importId, mapping, saveAs: trimmed };
  const done = {
    successMessage: t("savedMessage"),
    onSuccess: () => {
      setName("");
      router.refresh();
    },
  };
  const { run, pending } = useServerAction(mapAnswerImportAction, done);

  return (
    <Card title={t("saveTitle")} description={t("description")}>
      <form
        className="flex flex-wrap items-end gap-x-3 gap-y-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === "") setError(t("nameNeeded"));
          else if (!isKnown) run(input);
        }}
      >
        <Field
          name="saveAs"
          label={t("saveAs")}
          hint={t("saveAsHint")}
          error={error}
          className="w-full sm:w-80"
        >
          <TextInput
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
              setError(undefined);
            }}
          />
        </Field>
        <div className="sm:pb-6.5">
          {isKnown ? (
            <ConfirmButton
              action={mapAnswerImportAction}
              input={input}
              confirmTitle={t("replaceTitle", { name: trimmed })}
              consequences={t("replaceText")}
              confirmLabel={t("replace")}
              confirmVariant="primary"
              {...done}
            >
              {t("save")}
            </ConfirmButton>
          ) : (
            <Button type="submit" pending={pending}>
              {t("save")}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
