"use client";

import { Check, ChevronsUpDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { ComboboxOption } from "./combobox-options";
import { controlClasses } from "./control-style";
import { useControlAttributes } from "./field-context";
import { joinClasses } from "./join-classes";
import { usePlacement } from "./place-beside";
import { Spinner } from "./spinner";
import { type ComboboxSearch, useComboboxOptions } from "./use-combobox-options";
import { useFormReset } from "./use-form-reset";

export type ComboboxProps = {
  name?: string;
  /** All choices, when they are at hand. */
  options?: ComboboxOption[];
  /** A server action that finds choices, when there are too many to send. */
  search?: ComboboxSearch;
  /** What is chosen at first. */
  selected?: ComboboxOption | null;
  onSelect?: (option: ComboboxOption | null) => void;
  placeholder?: string;
  /** A name for the input when it stands outside a `Field`. */
  "aria-label"?: string;
  required?: boolean;
  className?: string;
};

const mostShown = 50;

/** One choice out of very many, found by typing. Submits the value under `name`, empty when nothing is chosen. */
export function Combobox({
  name,
  options: local,
  search,
  selected: initial = null,
  onSelect,
  placeholder,
  required,
  className,
  ...rest
}: ComboboxProps) {
  const t = useTranslations("ui");
  const id = useId();
  const attributes = useControlAttributes({ name, required });
  const [selected, setSelected] = useState<ComboboxOption | null>(initial);
  const [text, setText] = useState(initial?.label ?? "");
  const [typed, setTyped] = useState(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const hidden = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const { options, loading, problem } = useComboboxOptions(local, search, typed ? text.trim() : "", open);
  const shown = options.slice(0, mostShown);
  usePlacement(open, anchor, list, { matchWidth: true });

  useEffect(() => {
    if (open) list.current?.showPopover();
    else if (list.current?.matches(":popover-open")) list.current.hidePopover();
  }, [open]);

  useEffect(() => {
    const option = document.getElementById(`${id}-${active}`);
    option?.scrollIntoView({ block: "nearest" });
  }, [active, id]);

  useFormReset(input, () => {
    setSelected(initial);
    setText(initial?.label ?? "");
  });

  // The surrounding form hears of a choice the way it hears of any other control: by its events.
  const announced = useRef(selected);
  useEffect(() => {
    if (announced.current === selected) return;
    announced.current = selected;
    hidden.current?.dispatchEvent(new Event("input", { bubbles: true }));
    hidden.current?.dispatchEvent(new Event("change", { bubbles: true }));
  }, [selected]);

  const close = () => {
    setOpen(false);
    setTyped(false);
    setActive(-1);
  };
  const choose = (option: ComboboxOption | null) => {
    setSelected(option);
    setText(option?.label ?? "");
    onSelect?.(option);
    close();
  };
  const leave = () => {
    if (text.trim() === "" && selected) choose(null);
    else {
      setText(selected?.label ?? "");
      close();
    }
  };

  const move = (step: number) => {
    if (!open) {
      setOpen(true);
      setActive(
        Math.max(
          0,
          shown.findIndex((option) => option.value === selected?.value),
        ),
      );
    } else if (shown.length > 0) {
      setActive((current) => (current + step + shown.length) % shown.length);
    }
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const option = shown[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (option) choose(option);
    } else if (event.key === "Tab" && open && typed && option && text.trim() !== "") {
      choose(option);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };

  return (
    <div ref={anchor} className={joinClasses("relative min-w-0", className)}>
      <input
        {...rest}
        ref={input}
        id={attributes.id}
        aria-describedby={attributes["aria-describedby"]}
        aria-invalid={attributes["aria-invalid"]}
        aria-required={attributes.required}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 && shown[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder ?? t("combobox.placeholder")}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value);
          setTyped(true);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={press}
        onBlur={leave}
        className={joinClasses(controlClasses, "pr-9")}
      />
      <input ref={hidden} type="hidden" name={attributes.name} value={selected?.value ?? ""} />
      {selected && !attributes.required ? (
        <button
          type="button"
          aria-label={t("combobox.clear", { label: selected.label })}
          onClick={() => {
            choose(null);
            input.current?.focus();
          }}
          className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-md text-muted hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : (
        <ChevronsUpDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
        />
      )}

      <div
        ref={list}
        popover="manual"
        className="fixed inset-auto m-0 flex-col overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-raised open:flex"
      >
        <div
          role="listbox"
          id={`${id}-list`}
          aria-label={rest["aria-label"] ?? placeholder ?? t("combobox.choices")}
          // A press on the list must not take the focus out of the input, which would close the list first.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          className="max-h-72 overflow-y-auto"
        >
          {shown.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              aria-selected={option.value === selected?.value}
              onClick={() => choose(option)}
              onPointerMove={() => setActive(index)}
              className={joinClasses(
                "control-height-small flex items-center gap-3 rounded-md px-2.5 py-1",
                index === active && "bg-hover",
              )}
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate">{option.label}</span>
                {option.detail && <span className="block truncate text-sm text-muted">{option.detail}</span>}
              </span>
              {option.value === selected?.value && (
                <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />
              )}
            </div>
          ))}
        </div>
        <ComboboxNote
          loading={loading}
          problem={problem}
          found={options.length}
          more={options.length - shown.length}
          open={open}
        />
      </div>
    </div>
  );
}

/** Below the choices, and read out: how many there are, or why there are none. */
function ComboboxNote(props: {
  loading: boolean;
  problem: string | null;
  found: number;
  more: number;
  open: boolean;
}) {
  const t = useTranslations("ui");
  const { loading, problem, found, more, open } = props;
  const text = loading
    ? t("combobox.searching")
    : problem !== null
      ? problem || t("combobox.failed")
      : found === 0
        ? t("combobox.none")
        : more > 0
          ? t("combobox.more", { count: more })
          : "";
  const visible = text && !(loading && found > 0);
  return (
    <p
      role="status"
      className={joinClasses(
        "flex items-center gap-2 px-2.5 text-sm text-muted",
        visible ? "py-2" : "sr-only",
      )}
    >
      {loading && <Spinner />}
      {open ? text || t("combobox.found", { count: found }) : null}
    </p>
  );
}
