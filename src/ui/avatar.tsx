import { findInitials } from "./initials";
import { joinClasses } from "./join-classes";

const sizes = { small: "size-6 text-[0.625rem]", medium: "size-8 text-xs", large: "size-12 text-lg" };

/** Initials in a circle. Decoration: the name stands beside it. */
export function Avatar({ name, size = "medium" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden
      // Drawn by CSS: as text the letters would become part of the name of the button they stand in.
      data-initials={findInitials(name)}
      className={joinClasses(
        "before:content-[attr(data-initials)] inline-grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink select-none",
        sizes[size],
      )}
    />
  );
}
