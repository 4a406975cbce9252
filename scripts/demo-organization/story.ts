import type { Channel, Stage } from "@/generated/prisma/enums";
import type { MetricKey } from "@/metrics/score-distribution";

/**
 * The demo organization: Kotikulma, a Finnish chain of home and kitchen stores with design service, deliveries and
 * after-sales. Every effect below is one that its dashboards should reveal.
 */
export const DEMO_MONTHS = 18;
export const DEMO_ENCOUNTERS = 25_000;

export const LOCATIONS = [
  { name: "Helsinki Kamppi", address: "Urho Kekkosen katu 1, 00100 Helsinki", share: 0.36, effect: 0 },
  { name: "Tampere Keskusta", address: "Hämeenkatu 14, 33100 Tampere", share: 0.26, effect: 0.15 },
  { name: "Turku Hansa", address: "Yliopistonkatu 20, 20100 Turku", share: 0.21, effect: 0.05 },
  { name: "Oulu Valkea", address: "Isokatu 25, 90100 Oulu", share: 0.17, effect: -0.1 },
] as const;

export const TEAMS = ["Myynti", "Asiakaspalvelu"] as const;

type TypeKey = "sales" | "service" | "support";
export const ENCOUNTER_TYPES: Record<TypeKey, { name: string; description: string; metric: MetricKey }> = {
  sales: {
    name: "Myyntikohtaaminen",
    description: "Asiakas suunnittelee tai ostaa: myymälässä, etänä tai kotona.",
    metric: "nps",
  },
  service: {
    name: "Palvelukohtaaminen",
    description: "Asiakas hoitaa asiaansa: kassa, neuvonta, toimitus ja huolto.",
    metric: "csat",
  },
  support: {
    name: "Tukiyhteydenotto",
    description: "Asiakkaalla on ongelma tai kysymys ostoksen jälkeen.",
    metric: "ces",
  },
};

export type DemoTouchpoint = {
  key: string;
  name: string;
  publicNames: { fi: string; sv: string; en: string };
  stage: Stage;
  channel: Channel;
  isCritical: boolean;
  type: TypeKey;
  /** Share of encounters. */
  share: number;
  /** Level against the chain's mean, in standard deviations of a customer's experience. */
  effect: number;
};

export const TOUCHPOINTS: DemoTouchpoint[] = [
  {
    key: "phone-advice",
    name: "Puhelinneuvonta",
    publicNames: { fi: "Puhelinneuvonta", sv: "Telefonrådgivningen", en: "Phone advice" },
    stage: "before",
    channel: "phone",
    isCritical: false,
    type: "service",
    share: 0.09,
    effect: 0,
  },
  {
    key: "chat",
    name: "Chat-neuvonta",
    publicNames: { fi: "Chat-neuvonta", sv: "Chattrådgivningen", en: "Chat advice" },
    stage: "before",
    channel: "chat",
    isCritical: false,
    type: "support",
    share: 0.1,
    effect: -0.45,
  },
  {
    key: "welcome",
    name: "Vastaanotto myymälässä",
    publicNames: { fi: "Vastaanotto myymälässä", sv: "Mottagandet i butiken", en: "Welcome at the store" },
    stage: "before",
    channel: "in_person",
    isCritical: true,
    type: "service",
    share: 0.12,
    effect: 0.2,
  },
  {
    key: "planning",
    name: "Suunnitteluaika",
    publicNames: { fi: "Suunnitteluaika", sv: "Planeringstiden", en: "Planning appointment" },
    stage: "before",
    channel: "in_person",
    isCritical: false,
    type: "sales",
    share: 0.09,
    effect: 0.5,
  },
  {
    key: "video",
    name: "Etäsuunnittelu",
    publicNames: { fi: "Etäsuunnittelu", sv: "Planeringen på distans", en: "Online planning" },
    stage: "before",
    channel: "video",
    isCritical: false,
    type: "sales",
    share: 0.05,
    effect: 0.25,
  },
  {
    key: "sales",
    name: "Myyntikeskustelu",
    publicNames: { fi: "Myyntikeskustelu", sv: "Försäljningssamtalet", en: "Sales meeting" },
    stage: "during",
    channel: "in_person",
    isCritical: true,
    type: "sales",
    share: 0.17,
    effect: 0.2,
  },
  {
    key: "financing",
    name: "Rahoituksesta sopiminen",
    publicNames: {
      fi: "Rahoituksesta sopiminen",
      sv: "Avtalet om finansiering",
      en: "Agreeing on financing",
    },
    stage: "during",
    channel: "in_person",
    isCritical: false,
    type: "sales",
    share: 0.05,
    effect: -0.2,
  },
  {
    key: "checkout",
    name: "Kassa ja nouto",
    publicNames: { fi: "Kassa ja nouto", sv: "Kassan och avhämtningen", en: "Checkout and collection" },
    stage: "during",
    channel: "in_person",
    isCritical: false,
    type: "service",
    share: 0.12,
    effect: 0.1,
  },
  {
    key: "delivery",
    name: "Toimitus ja asennus",
    publicNames: {
      fi: "Toimitus ja asennus",
      sv: "Leveransen och monteringen",
      en: "Delivery and installation",
    },
    stage: "after",
    channel: "in_person",
    isCritical: true,
    type: "service",
    share: 0.09,
    effect: 0.15,
  },
  {
    key: "aftersales-call",
    name: "Jälkisoitto",
    publicNames: { fi: "Jälkisoitto", sv: "Uppföljningssamtalet", en: "Follow-up call" },
    stage: "after",
    channel: "phone",
    isCritical: false,
    type: "service",
    share: 0.05,
    effect: 0.35,
  },
  {
    key: "warranty",
    name: "Huolto ja takuu",
    publicNames: { fi: "Huolto ja takuu", sv: "Service och garanti", en: "Service and warranty" },
    stage: "after",
    channel: "phone",
    isCritical: false,
    type: "support",
    share: 0.04,
    effect: -0.1,
  },
  {
    key: "complaint",
    name: "Reklamaation käsittely",
    publicNames: {
      fi: "Reklamaation käsittely",
      sv: "Behandlingen av reklamationen",
      en: "Handling of the complaint",
    },
    stage: "after",
    channel: "email",
    isCritical: true,
    type: "support",
    share: 0.03,
    effect: -0.8,
  },
];

/** Gets worse steadily over its last five months: a subcontractor was changed. */
export const WORSENING_TOUCHPOINT = { key: "delivery", months: 5, drop: 1.1 } as const;
/** Improves at once seven months ago: the chat team was trained and its stock answers were dropped. */
export const IMPROVED_TOUCHPOINT = { key: "chat", monthsAgo: 7, rise: 0.8 } as const;

/** Invites only the customers who seemed happy: leaves the contact out of the rest. */
export const SELECTIVE_EMPLOYEE = "Jarkko Virtala";
