import { Globe, Mail, MessageCircle, Phone, UsersRound, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Channel } from "@/generated/prisma/enums";

const icons = {
  in_person: UsersRound,
  phone: Phone,
  video: Video,
  chat: MessageCircle,
  email: Mail,
  web: Globe,
} as const satisfies Record<Channel, unknown>;

/** A channel's icon and name. */
export function ChannelLabel({ channel }: { channel: Channel }) {
  const t = useTranslations("common");
  const Icon = icons[channel];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(`channel.${channel}`)}
    </span>
  );
}
