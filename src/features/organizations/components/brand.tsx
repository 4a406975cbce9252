/** The product's mark: a metre, and its last stretch in the accent colour. */
export function Brand({ size = "medium" }: { size?: "medium" | "large" }) {
  const isLarge = size === "large";
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <svg aria-hidden="true" viewBox="0 0 32 32" className={isLarge ? "size-9" : "size-7"}>
        <rect width="32" height="32" rx="8" fill="var(--accent)" />
        <path
          d="M6 21.5h20M6 21.5v-4M10 21.5v-2.5M14 21.5v-4M18 21.5v-2.5"
          fill="none"
          stroke="var(--on-accent)"
          strokeOpacity="0.65"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <path
          d="M22 21.5v-11l4 2.25-4 2.25"
          fill="none"
          stroke="var(--on-accent)"
          strokeWidth="2.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span
        className={isLarge ? "text-xl font-semibold tracking-tight" : "text-lg font-semibold tracking-tight"}
      >
        Lastmetre
      </span>
    </span>
  );
}
