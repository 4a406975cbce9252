/** The box shared by text inputs, selects and the combobox. */
export const controlClasses =
  "block w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-ink control-height control-text shadow-card transition-colors duration-100 hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken";
