import type { ImportKind } from "@/generated/prisma/enums";

const names = (text: string): readonly string[] => text.split(" | ");

/**
 * Header names by which target fields are recognised, best first: without capitals and punctuation, in en, fi and sv.
 * A name may belong to several fields; the field that ranks it higher takes the column.
 */
export const COLUMN_NAMES: Record<ImportKind, Record<string, readonly string[]>> = {
  encounters: {
    externalReference: names(
      "reference | external reference | encounter reference | encounter id | id | tunniste | " +
        "kohtaamisen tunniste | kohtaamistunnus | tapahtumatunnus | tapahtuma | tunnus | viite | " +
        "ulkoinen tunniste | referens | referensnummer | ticket | case | order | order number | " +
        "receipt | kuitti | kuittinumero | tilausnumero",
    ),
    occurredAt: names(
      "occurred at | date and time | datetime | timestamp | time stamp | date | when | " +
        "päivä ja aika | päivämäärä ja kellonaika | ajankohta | aikaleima | päivämäärä | päivä | " +
        "pvm | pvm ja klo | datum | datum och tid | tidpunkt",
    ),
    time: names("time | time of day | kellonaika | aika | klo | tid | klockslag"),
    touchpoint: names(
      "touchpoint | touch point | kosketuspiste | palvelupiste | asiointikohta | kontaktpunkt | " +
        "beröringspunkt",
    ),
    employee: names(
      "employee reference | employee id | employee email | employee e-mail | työntekijänumero | " +
        "työntekijätunnus | työntekijän sähköposti | anställningsnummer | employee | responsible | " +
        "responsible employee | agent | salesperson | seller | served by | työntekijä | " +
        "vastuuhenkilö | myyjä | asiakasneuvoja | palvelija | medarbetare | anställd | ansvarig | " +
        "säljare | employee name | työntekijän nimi",
    ),
    encounterType: names("encounter type | type | kohtaamistyyppi | tyyppi | laji | mötestyp | typ"),
    channel: names("channel | kanava | asiointikanava | kanal"),
    customerReference: names(
      "customer reference | customer id | customer number | asiakastunnus | asiakasnumero | " +
        "asiakkaan tunniste | asiakkaan viite | kundnummer | kundreferens | kund-id",
    ),
    customerEmail: names(
      "customer email | customer e-mail | email | e-mail | asiakkaan sähköposti | " +
        "asiakkaan email | sähköposti | sähköpostiosoite | e-post | kundens e-post | epost | mail",
    ),
    customerName: names(
      "customer name | customer | asiakkaan nimi | asiakas | kundens namn | kund | kundnamn | " +
        "contact | yhteyshenkilö",
    ),
    language: names(
      "language | customer language | kieli | asiakkaan kieli | asiointikieli | språk | " + "kundens språk",
    ),
    segment: names(
      "segment | customer segment | segmentti | asiakassegmentti | asiakasryhmä | kundsegment | " +
        "kundgrupp",
    ),
    consent: names(
      "consent | survey consent | marketing consent | suostumus | kyselylupa | lupa | " +
        "markkinointilupa | samtycke",
    ),
  },
  employees: {
    name: names(
      "name | employee name | full name | nimi | työntekijän nimi | koko nimi | namn | employee | " +
        "responsible | responsible employee | agent | salesperson | seller | served by | " +
        "työntekijä | vastuuhenkilö | myyjä | asiakasneuvoja | palvelija | medarbetare | anställd | " +
        "ansvarig | säljare",
    ),
    email: names("email | e-mail | email address | sähköposti | sähköpostiosoite | e-post | epost | mail"),
    title: names("title | job title | role | titteli | tehtävänimike | nimike | rooli | befattning"),
    externalReference: names(
      "reference | external reference | viite | employee reference | employee id | " +
        "employee number | id | tunniste | työntekijänumero | henkilönumero | henkilöstönumero | " +
        "työntekijätunnus | anställningsnummer | referens",
    ),
    location: names(
      "location | site | office | store | branch | toimipiste | toimipaikka | myymälä | " +
        "konttori | yksikkö | verksamhetsställe | kontor | butik",
    ),
    team: names("team | department | group | tiimi | osasto | ryhmä | avdelning | grupp"),
  },
  customers: {
    name: names(
      "name | full name | customer name | customer | asiakkaan nimi | asiakas | kundens namn | " +
        "kund | kundnamn | contact | yhteyshenkilö | nimi | namn",
    ),
    email: names(
      "customer email | customer e-mail | email | e-mail | asiakkaan sähköposti | " +
        "asiakkaan email | sähköposti | sähköpostiosoite | e-post | kundens e-post | epost | mail",
    ),
    phone: names(
      "phone | phone number | mobile | telephone | puhelin | puhelinnumero | matkapuhelin | gsm | " +
        "telefon | telefonnummer | mobil",
    ),
    externalReference: names(
      "reference | external reference | viite | customer reference | customer id | " +
        "customer number | asiakastunnus | asiakasnumero | asiakkaan tunniste | asiakkaan viite | " +
        "kundnummer | kundreferens | kund-id | id | tunniste | referens",
    ),
    language: names(
      "language | customer language | kieli | asiakkaan kieli | asiointikieli | språk | " + "kundens språk",
    ),
    segment: names(
      "segment | customer segment | segmentti | asiakassegmentti | asiakasryhmä | kundsegment | " +
        "kundgrupp",
    ),
    consent: names(
      "consent | survey consent | marketing consent | suostumus | kyselylupa | lupa | " +
        "markkinointilupa | samtycke",
    ),
  },
};
