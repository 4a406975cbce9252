"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldGroup } from "@/ui/field";
import { type Feeling, type FeelingMoment, WHEEL } from "../feelings";

const SECTOR = 360 / WHEEL.length;
const OUTER = 50;
const INNER = 16;
/** Where the words stand, from the middle. */
const WORDS = 35;

/** A point of the wheel in per cent of its box; the angle in degrees, clockwise from the top. */
function place(angle: number, radius: number): { x: number; y: number } {
  const turn = (angle * Math.PI) / 180;
  return { x: 50 + radius * Math.sin(turn), y: 50 - radius * Math.cos(turn) };
}

const text = (value: number) => value.toFixed(3);

/** The outline of a sector, for what can be pressed and is filled. */
function sectorShape(index: number): string {
  const from = index * SECTOR;
  const steps = Array.from({ length: 7 }, (_, step) => from + (step * SECTOR) / 6);
  const points = [
    ...steps.map((angle) => place(angle, OUTER)),
    ...steps.toReversed().map((angle) => place(angle, INNER)),
  ];
  return `polygon(${points.map(({ x, y }) => `${text(x)}% ${text(y)}%`).join(", ")})`;
}

/**
 * One feeling of the wheel, or none: radio buttons in a circle, so that arrow keys go round it and a reader hears words. The
 * chosen one is told by a mark and a bolder word as well as by its ground.
 */
export function FeelingWheel({
  name,
  label,
  defaultValue,
}: {
  name: FeelingMoment;
  label: string;
  defaultValue: Feeling | null;
}) {
  const t = useTranslations("diary");
  const id = useId();
  return (
    <FieldGroup name={name} label={label} className="items-center">
      <div className="relative mx-auto aspect-square w-full max-w-76 select-none">
        <svg aria-hidden="true" viewBox="-0.5 -0.5 101 101" className="absolute inset-0 size-full">
          <circle cx="50" cy="50" r={OUTER} className="fill-surface stroke-line-strong" strokeWidth="0.4" />
          {WHEEL.map((feeling, index) => {
            const [inner, outer] = [place(index * SECTOR, INNER), place(index * SECTOR, OUTER)];
            return (
              <line
                key={feeling}
                x1={text(inner.x)}
                y1={text(inner.y)}
                x2={text(outer.x)}
                y2={text(outer.y)}
                className="stroke-line"
                strokeWidth="0.4"
              />
            );
          })}
          <circle cx="50" cy="50" r={INNER} className="fill-raised stroke-line-strong" strokeWidth="0.4" />
        </svg>
        {WHEEL.map((feeling, index) => {
          const middle = place((index + 0.5) * SECTOR, WORDS);
          return (
            <FeelingChoice
              key={feeling}
              name={name}
              feeling={feeling}
              isDefault={defaultValue === feeling}
              shape={sectorShape(index)}
              at={{ left: `${text(middle.x)}%`, top: `${text(middle.y)}%` }}
            />
          );
        })}
        <FeelingChoice
          name={name}
          feeling="neutral"
          isDefault={defaultValue === "neutral"}
          shape={`circle(${INNER}% at 50% 50%)`}
          at={{ left: "50%", top: "50%" }}
        />
      </div>
      <label
        htmlFor={`${id}-none`}
        className="mx-auto flex w-fit items-center gap-2 rounded-md px-2 py-1 text-sm text-muted has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <input
          id={`${id}-none`}
          type="radio"
          name={name}
          value=""
          defaultChecked={defaultValue === null}
          className="size-4 appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-[5px] checked:border-accent forced-colors:appearance-auto"
        />
        {t("wheel.none")}
      </label>
    </FieldGroup>
  );
}

function FeelingChoice({
  name,
  feeling,
  isDefault,
  shape,
  at,
}: {
  name: string;
  feeling: Feeling;
  isDefault: boolean;
  shape: string;
  at: { left: string; top: string };
}) {
  const t = useTranslations("diary");
  return (
    <label
      style={{ clipPath: shape }}
      className="group absolute inset-0 cursor-pointer transition-colors hover:bg-hover has-checked:bg-accent-soft"
    >
      <input
        type="radio"
        name={name}
        value={feeling}
        defaultChecked={isDefault}
        className="peer absolute size-px appearance-none opacity-0"
        style={at}
      />
      <span
        style={at}
        className="absolute flex -translate-1/2 flex-col items-center rounded-md px-1.5 py-0.5 text-sm leading-tight text-ink peer-checked:font-semibold peer-checked:text-accent-ink peer-focus-visible:outline-2 peer-focus-visible:outline-accent"
      >
        <Check aria-hidden className="hidden size-3.5 group-has-checked:block" strokeWidth={3} />
        {t(`feelings.${feeling}`)}
      </span>
    </label>
  );
}
