/** Puts the cursor into a field found by its name, once it is on screen; opens what it is folded away in. */
export function focusField(name: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
    for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
      fold.open = true;
    }
    field?.scrollIntoView({ block: "center" });
    field?.querySelector<HTMLElement>("input, textarea, select")?.focus({ preventScroll: true });
  });
}
