import { joinClasses } from "../join-classes";
import { type ChartTone, chartTones } from "./chart-tone";

export type SharePart = {
  label: string;
  /** 0…1; the parts of a bar add up to 1. */
  share: number;
  /** "62 %". */
  text: string;
  tone: ChartTone;
};

export type StackedShareBarProps = {
  /** What is divided. */
  label: string;
  parts: SharePart[];
  /** A thin bar without words, for table rows. */
  compact?: boolean;
};

const narrowestWithText = 0.09;

/** Parts of a whole beside each other. With `compact` it is one image whose text is the list of parts. */
export function StackedShareBar({ label, parts, compact = false }: StackedShareBarProps) {
  const shown = parts.filter((part) => part.share > 0);
  const bar = (
    <div
      className={joinClasses("flex gap-px overflow-hidden", compact ? "h-2 rounded-sm" : "h-7 rounded-md")}
    >
      {shown.map((part) => (
        <div
          key={part.label}
          className="grid min-w-0.5 place-items-center overflow-hidden text-sm font-medium tabular-nums"
          style={{
            flexGrow: part.share,
            flexBasis: 0,
            background: chartTones[part.tone].fill,
            color: chartTones[part.tone].text,
          }}
        >
          {!compact && part.share >= narrowestWithText && part.text}
        </div>
      ))}
      {shown.length === 0 && <div className="flex-1 bg-sunken" />}
    </div>
  );

  if (compact) {
    const text = parts.map((part) => `${part.label} ${part.text}`).join(", ");
    return (
      <div role="img" aria-label={`${label}: ${text}`} className="min-w-20">
        {bar}
      </div>
    );
  }
  return (
    <div>
      <div aria-hidden>{bar}</div>
      <ul aria-label={label} className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {parts.map((part) => (
          <li key={part.label} className="flex items-center gap-2 text-muted">
            <span
              aria-hidden
              className="size-2.5 rounded-xs"
              style={{ background: chartTones[part.tone].fill }}
            />
            {part.label} <span className="font-medium text-ink tabular-nums">{part.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
