"use client";

import { Search } from "lucide-react";
import { use, useEffect, useRef, useState } from "react";
import { controlClasses } from "./control-style";
import { FilterNavigationContext } from "./filter-bar";
import { joinClasses } from "./join-classes";
import { Spinner } from "./spinner";
import { useSearchNavigation } from "./use-search-navigation";

export type SearchInputProps = {
  /** What is searched: "Search employees". Also the placeholder. */
  label: string;
  placeholder?: string;
  name?: string;
  className?: string;
};

const pauseBeforeSearching = 300;

/** Searches the list on the page: the words go to the address, after a short pause in typing or on Enter. */
export function SearchInput({ label, placeholder, name = "q", className }: SearchInputProps) {
  const bar = use(FilterNavigationContext);
  const { navigate, pending, parameters } = useSearchNavigation();
  const inAddress = parameters.get(name) ?? "";
  const [seen, setSeen] = useState(inAddress);
  const [text, setText] = useState(inAddress);
  const sent = useRef(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (inAddress !== seen) {
    setSeen(inAddress);
    if (inAddress !== sent.current) setText(inAddress);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (value: string) => {
    clearTimeout(timer.current);
    sent.current = value.trim();
    (bar ?? navigate)({ [name]: sent.current || null }, "replace");
  };

  const box = (
    <label className={joinClasses("relative block w-full sm:w-72", className)}>
      <span className="sr-only">{label}</span>
      <input
        type="search"
        name={name}
        value={text}
        placeholder={placeholder ?? label}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => {
          const { value } = event.target;
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => send(value), pauseBeforeSearching);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          send(text);
        }}
        className={joinClasses(controlClasses, "pl-9")}
      />
      <span className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-muted">
        {pending ? <Spinner /> : <Search aria-hidden className="size-4" />}
      </span>
    </label>
  );

  if (bar) return box;
  return (
    <search>
      <form method="get" onSubmit={(event) => event.preventDefault()}>
        {box}
        {Array.from(parameters, ([key, value]) =>
          key === name || key === "page" ? null : (
            <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
          ),
        )}
      </form>
    </search>
  );
}
