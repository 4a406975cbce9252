"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Callout } from "@/ui/callout";
import { focusField } from "@/ui/draft/focus-field";
import { useOrganizationSlug } from "@/ui/organization-context";
import { countAnswers, listMissing, listSteps, REVIEW_STEP, VISIT_STEP } from "../../entry/entry-steps";
import type { OutboxSnapshot } from "../../entry/outbox-types";
import { EntryBar, useStepName } from "./entry-bar";
import type { EntryView } from "./entry-view";
import { ReviewStep } from "./review-step";
import { SaveState } from "./save-state";
import { SectionStep } from "./section-step";
import { useOutbox } from "./use-outbox";
import { VisitStep } from "./visit-step";

/** Entering an audit: the visit, one section at a time, the review. Everything entered is kept on the device at once. */
export function AuditEntry({ view }: { view: EntryView }) {
  const t = useTranslations("audits.entry");
  const organization = useOrganizationSlug();
  const { outbox, snapshot } = useOutbox(organization, view);
  const steps = listSteps(view.sections);
  const { current, go } = useStep(steps.map(({ id }) => id));
  const stepName = useStepName();
  const heading = useRef<HTMLHeadingElement>(null);
  const answers = countAnswers(view.sections, snapshot);
  const mustName = view.kind === "observation";
  const missing = listMissing(view.sections, answers, snapshot.visit, { mustName, now: new Date() });
  const step = steps[current];

  const goTo = (id: string, field?: string) => {
    go(id);
    if (field) focusEntry(field);
    else
      requestAnimationFrame(() => {
        // The page's own heading has been read; the room is for the section.
        heading.current?.scrollIntoView({ block: "start" });
        heading.current?.focus({ preventScroll: true });
      });
  };
  const showProblem = () => {
    const place = findProblem(snapshot, view);
    if (place) goTo(place.step, place.field);
  };

  if (!step) return null;
  return (
    <div className="flex min-h-[calc(100dvh-12rem)] flex-col gap-5">
      {snapshot.isReady && !snapshot.isKept && <Callout tone="warning">{t("notKept")}</Callout>}
      <div>
        <p className="text-sm text-muted">
          {t("steps.position", { number: current + 1, total: steps.length })}
        </p>
        <h2 ref={heading} tabIndex={-1} className="scroll-mt-24 text-xl font-semibold text-ink outline-none">
          {stepName(step)}
        </h2>
      </div>
      {/* Nothing is entered before it is known what the device has kept. */}
      <fieldset
        disabled={!snapshot.isReady}
        className="flex min-w-0 flex-col gap-5 [&_:is(a,button,input,select,summary,textarea)]:scroll-mb-44"
      >
        {step.id === VISIT_STEP && <VisitStep view={view} snapshot={snapshot} outbox={outbox} />}
        {step.section && (
          <SectionStep
            key={step.id}
            view={view}
            section={step.section}
            answers={answers}
            snapshot={snapshot}
            outbox={outbox}
            filesHref={`/o/${organization}/audits/${view.auditId}/files`}
          />
        )}
        {step.id === REVIEW_STEP && (
          <ReviewStep view={view} snapshot={snapshot} outbox={outbox} missing={missing} onGo={goTo} />
        )}
      </fieldset>
      <EntryBar
        steps={steps}
        current={current}
        answers={answers}
        missing={missing}
        remarked={new Set(view.remarks.map(({ itemKey }) => itemKey))}
        onGo={goTo}
      >
        <SaveState snapshot={snapshot} onRetry={() => outbox.retry()} onShowProblem={showProblem} />
      </EntryBar>
    </div>
  );
}

/** The step on screen, named in the address: the phone's back button leads to the one before, a reload stays. */
function useStep(ids: string[]): { current: number; go: (id: string) => void } {
  const [id, setId] = useState(VISIT_STEP);
  useEffect(() => {
    const read = () => setId(decodeURIComponent(window.location.hash.slice(1)) || VISIT_STEP);
    read();
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, []);
  return {
    current: Math.max(0, ids.indexOf(id)),
    go: (next) => {
      if (next !== id) window.history.pushState(null, "", `#${encodeURIComponent(next)}`);
      setId(next);
    },
  };
}

/** Where the person has to choose or change something first. */
function findProblem(snapshot: OutboxSnapshot, view: EntryView): { step: string; field?: string } | null {
  const photo = snapshot.photos.find(({ refusal }) => refusal !== null);
  const keys = new Set([
    ...Object.keys(snapshot.conflicts),
    ...Object.keys(snapshot.refusals),
    ...(photo ? [photo.itemKey] : []),
  ]);
  for (const section of view.sections) {
    const item = section.items.find(({ key }) => keys.has(key));
    if (item) return { step: `section-${section.key}`, field: item.key };
  }
  const visitFields = [...Object.keys(snapshot.visitConflicts), ...Object.keys(snapshot.visitRefusals)];
  return visitFields.length > 0 ? { step: VISIT_STEP } : null;
}

/** Brings an item or a field of the visit into view once its step is on screen. */
function focusEntry(field: string): void {
  requestAnimationFrame(() => {
    const item = document.querySelector(`[data-item="${CSS.escape(field)}"]`);
    if (!item) return focusField(field);
    item.scrollIntoView({ block: "start" });
    item
      .querySelector<HTMLElement>("input:not([type=checkbox]), textarea, input, button")
      ?.focus({ preventScroll: true });
  });
}
