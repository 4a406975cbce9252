"use client";

import { createContext, use } from "react";
import type { Behaviour } from "@/features/behaviours/schema";
import type {
  ScoreBand,
  SurveyDefinition,
  SurveyDraft,
  SurveyOrganization,
  SurveySettings,
} from "../../schema";
import type { PreviewStep } from "../preview/preview-source";

/** What every part of the builder works with. */
export type Builder = {
  draft: SurveyDraft;
  organization: SurveyOrganization;
  /** The service standard, archived behaviours too: questions may still point to them. */
  behaviours: Behaviour[];
  /** The language whose texts are being edited. */
  language: string;
  setLanguage: (language: string) => void;
  /** Error text by field name. */
  errors: Record<string, string>;
  /** `field` names the field that was edited, so that its error goes away. */
  changeDefinition: (update: (definition: SurveyDefinition) => SurveyDefinition, field?: string) => void;
  changeSettings: (changes: Partial<SurveySettings>, field: string) => void;
  /** Turns the preview to what is being edited. */
  showInPreview: (step: PreviewStep, band?: ScoreBand) => void;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (!builder) throw new Error("useBuilder needs a SurveyBuilder above it");
  return builder;
}

/** Name of the field of a text in a language: also the path of its error. */
export function textFieldName(path: string, language: string): string {
  return `definition.${path}.${language}`;
}

/** Id of a section, for links to it. */
export function sectionId(place: string): string {
  return `survey-${place}`;
}
