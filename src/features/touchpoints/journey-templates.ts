import type { Channel, Stage } from "@/generated/prisma/enums";
import type { RespondentLanguage } from "@/server/input";
import type { JourneyTemplateKey } from "./schema";

export type TemplateTouchpoint = {
  /** Name and public name in one: what staff choose and what customers read, in each language. */
  names: Record<RespondentLanguage, string>;
  stage: Stage;
  channel: Channel;
  isCritical: boolean;
};

function touchpoint(
  stage: Stage,
  channel: Channel,
  fi: string,
  sv: string,
  en: string,
  isCritical = false,
): TemplateTouchpoint {
  return { names: { fi, sv, en }, stage, channel, isCritical };
}

/** Ready journeys to start from, in the order customers walk them. "Critical": where most is won or lost. */
export const JOURNEY_TEMPLATE_TOUCHPOINTS: Record<JourneyTemplateKey, readonly TemplateTouchpoint[]> = {
  retail_store: [
    touchpoint(
      "before",
      "web",
      "Verkkosivut ja valikoima",
      "Webbplats och sortiment",
      "Website and product range",
    ),
    touchpoint("before", "phone", "Puhelintiedustelu", "Telefonförfrågan", "Phone enquiry"),
    touchpoint("before", "chat", "Chat-neuvonta", "Chattrådgivning", "Chat advice"),
    touchpoint(
      "during",
      "in_person",
      "Palvelu myymälässä",
      "Betjäning i butiken",
      "Service in the store",
      true,
    ),
    touchpoint(
      "during",
      "in_person",
      "Sovitus ja tuote-esittely",
      "Provning och demonstration",
      "Fitting and product demonstration",
    ),
    touchpoint("during", "in_person", "Kassalla asiointi", "Besök i kassan", "Checkout"),
    touchpoint("after", "in_person", "Tilauksen nouto", "Avhämtning av beställning", "Order pick-up"),
    touchpoint("after", "in_person", "Palautus tai vaihto", "Retur eller byte", "Return or exchange", true),
    touchpoint(
      "after",
      "email",
      "Asiakaspalvelun sähköposti",
      "Kundtjänst per e-post",
      "Customer service by e-mail",
    ),
  ],
  bank_branch: [
    touchpoint(
      "before",
      "web",
      "Ajanvaraus verkossa",
      "Tidsbokning på webben",
      "Booking an appointment online",
    ),
    touchpoint(
      "before",
      "phone",
      "Soitto asiakaspalveluun",
      "Samtal till kundtjänsten",
      "Call to customer service",
    ),
    touchpoint("during", "in_person", "Palvelutiski", "Servicedisk", "Service desk"),
    touchpoint("during", "in_person", "Lainaneuvottelu", "Låneförhandling", "Loan meeting", true),
    touchpoint(
      "during",
      "video",
      "Sijoitusneuvonta verkossa",
      "Placeringsrådgivning på nätet",
      "Investment advice by video",
    ),
    touchpoint(
      "during",
      "in_person",
      "Sopimuksen allekirjoitus",
      "Undertecknande av avtal",
      "Signing the agreement",
    ),
    touchpoint(
      "after",
      "phone",
      "Neuvojan jälkisoitto",
      "Uppföljningssamtal från rådgivaren",
      "Follow-up call from the adviser",
      true,
    ),
    touchpoint("after", "chat", "Verkkopankin chat", "Nätbankens chatt", "Online bank chat"),
    touchpoint(
      "after",
      "email",
      "Viesti verkkopankissa",
      "Meddelande i nätbanken",
      "Message in the online bank",
    ),
  ],
  expert_services: [
    touchpoint("before", "phone", "Ensimmäinen puhelu", "Första samtalet", "First call"),
    touchpoint("before", "video", "Tarvekartoitus", "Behovskartläggning", "Needs assessment", true),
    touchpoint("before", "email", "Tarjous", "Offert", "Proposal"),
    touchpoint("during", "in_person", "Aloituspalaveri", "Uppstartsmöte", "Kick-off meeting"),
    touchpoint("during", "video", "Seurantapalaveri", "Uppföljningsmöte", "Progress meeting"),
    touchpoint(
      "during",
      "email",
      "Välitulosten läpikäynti",
      "Genomgång av delresultat",
      "Review of interim results",
    ),
    touchpoint(
      "during",
      "in_person",
      "Lopputuloksen esittely",
      "Presentation av slutresultatet",
      "Presentation of the results",
      true,
    ),
    touchpoint(
      "after",
      "phone",
      "Tuki toimituksen jälkeen",
      "Stöd efter leveransen",
      "Support after delivery",
    ),
    touchpoint("after", "video", "Päätöskeskustelu", "Avslutande samtal", "Closing conversation"),
  ],
  b2b_sales: [
    touchpoint("before", "phone", "Ensiyhteydenotto", "Första kontakten", "First contact"),
    touchpoint("before", "video", "Esittelypalaveri", "Presentationsmöte", "Introductory meeting"),
    touchpoint("before", "in_person", "Asiakaskäynti", "Kundbesök", "Visit to the customer", true),
    touchpoint("during", "email", "Tarjousvaihe", "Offertskede", "Quotation"),
    touchpoint("during", "in_person", "Sopimusneuvottelu", "Avtalsförhandling", "Contract negotiation", true),
    touchpoint("during", "email", "Tilauksen käsittely", "Orderhantering", "Order handling"),
    touchpoint(
      "after",
      "in_person",
      "Toimitus ja käyttöönotto",
      "Leverans och driftsättning",
      "Delivery and commissioning",
    ),
    touchpoint("after", "phone", "Tekninen tuki", "Teknisk support", "Technical support", true),
    touchpoint("after", "video", "Asiakkuuskatsaus", "Kundgenomgång", "Account review"),
  ],
};
