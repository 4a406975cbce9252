import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type CalloutTone = "info" | "done" | "warning" | "danger";

const tones: Record<CalloutTone, { box: string; icon: string; Icon: typeof Info }> = {
  info: { box: "border-line bg-sunken", icon: "text-muted", Icon: Info },
  done: { box: "border-accent/25 bg-accent-soft", icon: "text-accent-ink", Icon: CircleCheck },
  warning: { box: "border-warning/25 bg-warning-soft", icon: "text-warning", Icon: TriangleAlert },
  danger: { box: "border-danger/25 bg-danger-soft", icon: "text-danger", Icon: CircleAlert },
};

export type CalloutProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: CalloutTone;
  title?: ReactNode;
  actions?: ReactNode;
};

/** A remark within the page. It is not announced by itself; pass `role="alert"` when it appears on an event. */
export function Callout({ tone = "info", title, actions, className, children, ...rest }: CalloutProps) {
  const { box, icon, Icon } = tones[tone];
  return (
    <div {...rest} className={joinClasses("flex gap-3 rounded-lg border px-4 py-3 text-ink", box, className)}>
      <Icon aria-hidden className={joinClasses("mt-0.5 size-4.5 shrink-0", icon)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
