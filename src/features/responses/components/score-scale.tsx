import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";

/** A scale of numbers as radio buttons, inside a fieldset. The ends are named beside the scale and to screen readers. */
export function ScoreScale({
  name,
  metric,
  lowLabel,
  highLabel,
  chosen,
  errorId,
  hasFocus = false,
}: {
  name: string;
  metric: MetricKey;
  lowLabel: string;
  highLabel: string;
  chosen: number | null;
  /** Id of the message that tells what is wrong, if anything is. */
  errorId?: string;
  hasFocus?: boolean;
}) {
  const { min, max } = METRIC_SCALES[metric];
  const scores = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const endLabel = (score: number) => (score === min ? lowLabel : score === max ? highLabel : "");
  return (
    <>
      <div className={`scale n${scores.length}`}>
        {scores.map((score) => (
          <label key={score}>
            <input
              type="radio"
              name={name}
              value={score}
              defaultChecked={score === chosen}
              id={score === min ? `${name}-first` : undefined}
              aria-describedby={errorId}
              aria-label={endLabel(score) ? `${score}, ${endLabel(score)}` : undefined}
              // biome-ignore lint/a11y/noAutofocus: after a form came back with a mistake, the reader is taken to it
              autoFocus={hasFocus && score === min}
            />
            <span>{score}</span>
          </label>
        ))}
      </div>
      {(lowLabel || highLabel) && (
        <p className="ends" aria-hidden="true">
          <span>
            {min} = {lowLabel}
          </span>
          <span>
            {max} = {highLabel}
          </span>
        </p>
      )}
    </>
  );
}
