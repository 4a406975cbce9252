import {
  AlignLeft,
  Camera,
  CircleCheck,
  CircleDot,
  Hash,
  ListChecks,
  type LucideIcon,
  SlidersHorizontal,
  Timer,
} from "lucide-react";
import type { AuditItemKind } from "../schema";

const ICONS: Record<AuditItemKind, LucideIcon> = {
  yes_no: CircleCheck,
  scale: SlidersHorizontal,
  single_choice: CircleDot,
  multiple_choice: ListChecks,
  number: Hash,
  duration: Timer,
  text: AlignLeft,
  photo: Camera,
};

/** The sign of a kind of item; its name stands beside it. */
export function ItemKindIcon({ kind, className = "size-4" }: { kind: AuditItemKind; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={className} />;
}
