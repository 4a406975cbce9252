"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { createContext, type KeyboardEvent, type ReactNode, use, useId, useRef, useState } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-style";
import { joinClasses } from "./join-classes";
import { placeBeside, usePlacement } from "./place-beside";

const MenuContext = createContext<() => void>(() => undefined);

export type MenuProps = {
  /** What the button says; read out only when `trigger` is given or it is an icon. */
  label?: string;
  /** Content of the button; three dots unless said otherwise. */
  trigger?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: "start" | "end";
  /** Classes of the button in place of the usual look. */
  triggerClassName?: string;
  children: ReactNode;
};

/** A button that opens a list of links and acts: arrows, Home, End and letters move in it, Escape closes. */
export function Menu({
  label,
  trigger,
  variant = "ghost",
  size = "small",
  align = "end",
  triggerClassName,
  children,
}: MenuProps) {
  const t = useTranslations("ui");
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  usePlacement(open, button, list, { align });

  const items = () => Array.from(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []);
  const focusItem = (index: number) => {
    const all = items();
    all[(index + all.length) % all.length]?.focus();
  };

  const press = (event: KeyboardEvent) => {
    const all = items();
    const current = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === "ArrowDown") focusItem(current + 1);
    else if (event.key === "ArrowUp") focusItem(current < 0 ? -1 : current - 1);
    else if (event.key === "Home") focusItem(0);
    else if (event.key === "End") focusItem(-1);
    else if (event.key === "Tab") list.current?.hidePopover();
    else if (event.key.length === 1 && event.key !== " ") {
      const letter = event.key.toLocaleLowerCase();
      const after = [...all.slice(current + 1), ...all.slice(0, current + 1)];
      after.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    } else return;
    if (event.key !== "Tab") event.preventDefault();
  };

  return (
    <MenuContext value={() => list.current?.hidePopover()}>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label ?? (trigger ? undefined : t("action.more"))}
        className={triggerClassName ?? buttonClasses(variant, size, !trigger)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          list.current?.showPopover();
        }}
      >
        {trigger ?? <Ellipsis aria-hidden className="size-4" />}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label ?? t("action.more")}
        onBeforeToggle={(event) => {
          if (event.newState === "open" && button.current) {
            placeBeside(button.current, event.currentTarget, { align });
          }
        }}
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          if (opened) focusItem(0);
        }}
        onKeyDown={press}
        className="fixed inset-auto m-0 min-w-44 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-ink shadow-raised"
      >
        {children}
      </div>
    </MenuContext>
  );
}

/** Closes the menu around. */
export function useCloseMenu(): () => void {
  return use(MenuContext);
}

export function menuItemClasses(danger = false): string {
  return joinClasses(
    "control-height-small flex w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-left text-base whitespace-nowrap outline-none [&_svg]:size-4 [&_svg]:shrink-0",
    danger
      ? "text-danger hover:bg-danger-soft focus-visible:bg-danger-soft"
      : "text-ink hover:bg-hover focus-visible:bg-hover [&_svg]:text-muted",
  );
}

/** An entry that goes somewhere. */
export function MenuLink(props: { href: string; icon?: ReactNode; current?: boolean; children: ReactNode }) {
  const close = useCloseMenu();
  return (
    <Link
      href={props.href}
      role="menuitem"
      tabIndex={-1}
      aria-current={props.current ? "true" : undefined}
      onClick={close}
      className={joinClasses(menuItemClasses(), props.current && "font-medium")}
    >
      {props.icon}
      {props.children}
    </Link>
  );
}

export type MenuButtonProps = {
  onSelect: () => void;
  icon?: ReactNode;
  danger?: boolean;
  children: ReactNode;
};

/** An entry that does something here. */
export function MenuButton({ onSelect, icon, danger, children }: MenuButtonProps) {
  const close = useCloseMenu();
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        onSelect();
      }}
      className={menuItemClasses(danger)}
    >
      {icon}
      {children}
    </button>
  );
}

/** A line between groups of entries. */
export function MenuSeparator() {
  return <hr className="mx-1 my-1 border-line" />;
}

/** Words that belong to the entries below, like who is signed in. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-2.5 py-1.5 text-sm text-muted">{children}</div>;
}
