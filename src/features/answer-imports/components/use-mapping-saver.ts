"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionFailure } from "@/server/action-result";
import { callAction } from "@/ui/call-action";
import { useOrganizationSlug } from "@/ui/organization-context";
import { mapAnswerImportAction } from "../actions";
import type { AnswerMapping } from "../mapping";

const PAUSE_BEFORE_SAVING = 600;
const PAUSE_BEFORE_RETRY = 4_000;

export type MappingSaver = {
  mapping: AnswerMapping;
  state: "saved" | "changed" | "failed";
  failure: ActionFailure | null;
  edit: (change: (mapping: AnswerMapping) => AnswerMapping) => void;
  /** Puts in place what the server has, when something else than this editor changed it. */
  adopt: (mapping: AnswerMapping) => void;
  /** Sends at once what is not saved yet; whether everything is saved in the end. */
  flush: () => Promise<boolean>;
};

/** Keeps the mapping on the server while it is made, so that neither a reload nor a lost connection costs any of it. */
export function useMappingSaver(importId: string, initial: AnswerMapping): MappingSaver {
  const organization = useOrganizationSlug();
  const [mapping, setMapping] = useState(initial);
  const [state, setState] = useState<MappingSaver["state"]>("saved");
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const latest = useRef(initial);
  const saved = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    await running.current;
    if (saved.current === latest.current) return;
    const sent = latest.current;
    running.current = (async () => {
      const result = await callAction(() =>
        mapAnswerImportAction(organization, { id: importId, mapping: sent }),
      );
      if (result.ok) {
        saved.current = sent;
        setFailure(null);
        setState(latest.current === sent ? "saved" : "changed");
      } else {
        setFailure(result);
        setState("failed");
        // What the server refuses, it would refuse again; what did not get through is worth another attempt.
        if (result.code === "unexpected") timer.current = setTimeout(() => void send(), PAUSE_BEFORE_RETRY);
      }
    })();
    await running.current;
    running.current = null;
  }, [importId, organization]);

  const edit = useCallback<MappingSaver["edit"]>(
    (change) => {
      latest.current = change(latest.current);
      setMapping(latest.current);
      setState("changed");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), PAUSE_BEFORE_SAVING);
    },
    [send],
  );

  const adopt = useCallback<MappingSaver["adopt"]>((theirs) => {
    clearTimeout(timer.current);
    latest.current = theirs;
    saved.current = theirs;
    setMapping(theirs);
    setFailure(null);
    setState("saved");
  }, []);

  const flush = useCallback(async () => {
    await send();
    return saved.current === latest.current;
  }, [send]);

  useEffect(() => {
    const closeTab = (event: BeforeUnloadEvent) => {
      if (saved.current !== latest.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", closeTab);
    return () => {
      window.removeEventListener("beforeunload", closeTab);
      // Leaving by a link: what was just chosen still gets its way.
      void send();
    };
  }, [send]);

  return { mapping, state, failure, edit, adopt, flush };
}
