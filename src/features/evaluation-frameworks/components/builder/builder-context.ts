"use client";

import { createContext, use } from "react";
import type { Behaviour } from "@/features/behaviours/schema";
import type {
  EvaluationFrameworkDefinition,
  EvaluationFrameworkDraft,
  EvaluationFrameworkSettings,
} from "../../schema";

/** What every part of the builder works with. */
export type FrameworkBuilderState = {
  draft: EvaluationFrameworkDraft;
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
  change: (
    update: (definition: EvaluationFrameworkDefinition) => EvaluationFrameworkDefinition,
    field?: string,
  ) => void;
  changeSettings: (changes: Partial<EvaluationFrameworkSettings>, field: string) => void;
  /** Turns the preview to the page being edited. */
  showInPreview: (page: string) => void;
  /** Says a change of order to those who do not see it. */
  announce: (text: string) => void;
};

export const FrameworkBuilderContext = createContext<FrameworkBuilderState | null>(null);

export function useFrameworkBuilder(): FrameworkBuilderState {
  const builder = use(FrameworkBuilderContext);
  if (!builder) throw new Error("useFrameworkBuilder needs a FrameworkBuilder above it");
  return builder;
}

/** Ids of the places findings lead to. */
export const SETTINGS_ID = "framework-settings";
export const SCALE_ID = "framework-scale";
export const QUESTIONS_ID = "framework-questions";
export const competencyId = (key: string) => `competency-${key}`;
export const itemId = (key: string) => `item-${key}`;
