"use client";

import { createContext, use } from "react";
import type { Behaviour } from "@/features/behaviours/schema";
import type { AuditFormDefinition, AuditFormDraft, AuditFormSettings } from "../../schema";

/** What every part of the builder works with. */
export type FormBuilderState = {
  draft: AuditFormDraft;
  /** The language every text is first written in, and its name. */
  main: { code: string; name: string };
  /** The language whose texts are being edited. */
  language: string;
  behaviours: Behaviour[];
  /** Error text by field name. */
  errors: Record<string, string>;
  /** Items that are unfolded. */
  openItems: ReadonlySet<string>;
  setItemOpen: (itemKey: string, isOpen: boolean) => void;
  /** `field` names the field that was edited, so that its error goes away. */
  change: (update: (definition: AuditFormDefinition) => AuditFormDefinition, field?: string) => void;
  changeSettings: (changes: Partial<AuditFormSettings>, field: string) => void;
  /** Turns the preview to the section being edited. */
  showInPreview: (sectionKey: string) => void;
};

export const FormBuilderContext = createContext<FormBuilderState | null>(null);

export function useFormBuilder(): FormBuilderState {
  const builder = use(FormBuilderContext);
  if (!builder) throw new Error("useFormBuilder needs a FormBuilder above it");
  return builder;
}

/** Ids of the places findings lead to. */
export const SETTINGS_ID = "form-settings";
export const sectionId = (sectionKey: string) => `section-${sectionKey}`;
export const itemId = (itemKey: string) => `item-${itemKey}`;
