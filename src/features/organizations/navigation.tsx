import {
  Activity,
  Building2,
  CalendarCheck,
  CircleDot,
  CircleUser,
  ClipboardCheck,
  ClipboardList,
  Contact,
  FileUp,
  Gauge,
  Handshake,
  Heart,
  HeartHandshake,
  IdCard,
  KeyRound,
  Layers,
  LayoutDashboard,
  ListChecks,
  ListTodo,
  Map as MapIcon,
  MapPin,
  MessageSquareText,
  MessagesSquare,
  NotebookPen,
  PlusCircle,
  Rocket,
  Route,
  Shapes,
  Sprout,
  UserCog,
  Users,
  UsersRound,
} from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberRole } from "@/generated/prisma/enums";
import { hasPermission } from "@/server/permissions";
import type { NavigationGroup, NavigationItem } from "@/ui/navigation-list";

/** The sidebar of an organization: what a member of this role may open, and nothing else. */
export async function listNavigation(slug: string, role: MemberRole): Promise<NavigationGroup[]> {
  const t = await getTranslations("navigation");
  const item = (path: string, label: string, icon: NavigationItem["icon"]): NavigationItem => ({
    href: `/o/${slug}${path}`,
    label,
    icon,
  });
  const myEvaluations = {
    ...item("/evaluations", t("myEvaluations"), <CircleDot aria-hidden />),
    alsoCurrentUnder: [`/o/${slug}/evaluation-reports`],
  };
  if (role === "employee") {
    return [
      {
        items: [
          item("", t("myResults"), <CircleUser aria-hidden />),
          item("/encounters/new", t("recordEncounter"), <PlusCircle aria-hidden />),
          item("/encounters", t("encounters"), <Handshake aria-hidden />),
          item("/audits", t("audits"), <ClipboardCheck aria-hidden />),
        ],
      },
      {
        label: t("groups.growth"),
        items: [
          myEvaluations,
          item("/feedback", t("peerFeedback"), <MessagesSquare aria-hidden />),
          item("/diary", t("diary"), <NotebookPen aria-hidden />),
          item("/recognition", t("recognition"), <Heart aria-hidden />),
        ],
      },
    ];
  }
  if (role === "consultant") {
    return [
      {
        items: [
          item("", t("assignments"), <ListTodo aria-hidden />),
          item("/audits", t("audits"), <ClipboardCheck aria-hidden />),
          item("/audit-results/consultants", t("auditorStatistics"), <Gauge aria-hidden />),
          myEvaluations,
          item("/recognition", t("recognition"), <Heart aria-hidden />),
        ],
      },
    ];
  }
  return [
    {
      items: [
        item("", t("overview"), <LayoutDashboard aria-hidden />),
        item("/touchpoints", t("touchpoints"), <Route aria-hidden />),
        item("/employees", t("employees"), <UsersRound aria-hidden />),
        item("/locations", t("locations"), <MapPin aria-hidden />),
        item("/comments", t("comments"), <MessageSquareText aria-hidden />),
        item("/audit-results", t("auditResults"), <Gauge aria-hidden />),
      ],
    },
    {
      label: t("groups.work"),
      items: [
        item("/encounters", t("encounters"), <Handshake aria-hidden />),
        item("/customers", t("customers"), <Contact aria-hidden />),
        item("/surveys", t("surveys"), <ClipboardList aria-hidden />),
        item("/audits", t("audits"), <ClipboardCheck aria-hidden />),
        item("/programmes", t("programmes"), <CalendarCheck aria-hidden />),
        item("/audit-forms", t("auditForms"), <ListChecks aria-hidden />),
        item("/imports", t("imports"), <FileUp aria-hidden />),
      ],
    },
    {
      label: t("groups.growth"),
      items: [
        item("/evaluation-cycles", t("evaluationCycles"), <Users aria-hidden />),
        item("/evaluation-frameworks", t("evaluationFrameworks"), <Layers aria-hidden />),
        myEvaluations,
        item("/improvement-actions", t("improvementActions"), <Sprout aria-hidden />),
        item("/feedback", t("peerFeedback"), <MessagesSquare aria-hidden />),
        item("/diary", t("diary"), <NotebookPen aria-hidden />),
        item("/recognition", t("recognition"), <Heart aria-hidden />),
      ],
    },
    {
      label: t("groups.settings"),
      items: (await listSettings(slug, role))
        .filter(({ key }) => key !== "setup")
        .map(({ href, label, icon }) => ({ href, label, icon })),
    },
  ];
}

/** The settings a member of this role may open, with what each is for. */
export async function listSettings(slug: string, role: MemberRole) {
  const t = await getTranslations("navigation");
  const all = [
    { key: "journey", path: "settings/journey", permission: "journey.manage", icon: <MapIcon aria-hidden /> },
    {
      key: "encounterTypes",
      path: "settings/encounter-types",
      permission: "journey.manage",
      icon: <Shapes aria-hidden />,
    },
    {
      key: "behaviours",
      path: "settings/behaviours",
      permission: "behaviours.manage",
      icon: <HeartHandshake aria-hidden />,
    },
    {
      key: "locations",
      path: "settings/locations",
      permission: "people.manage",
      icon: <MapPin aria-hidden />,
    },
    { key: "teams", path: "settings/teams", permission: "people.manage", icon: <UsersRound aria-hidden /> },
    {
      key: "employees",
      path: "settings/employees",
      permission: "people.manage",
      icon: <IdCard aria-hidden />,
    },
    {
      key: "organization",
      path: "settings/organization",
      permission: "organization.manage",
      icon: <Building2 aria-hidden />,
    },
    { key: "members", path: "settings/members", permission: "members.manage", icon: <UserCog aria-hidden /> },
    { key: "api", path: "settings/api", permission: "api-keys.manage", icon: <KeyRound aria-hidden /> },
    { key: "setup", path: "setup", permission: "organization.manage", icon: <Rocket aria-hidden /> },
    {
      key: "activity",
      path: "settings/activity",
      permission: "activity.read",
      icon: <Activity aria-hidden />,
    },
  ] as const;
  return all
    .filter((setting) => hasPermission(role, setting.permission))
    .map((setting) => ({
      key: setting.key,
      href: `/o/${slug}/${setting.path}`,
      label: t(`settings.${setting.key}`),
      description: t(`settingsPurpose.${setting.key}`),
      icon: setting.icon,
    }));
}
