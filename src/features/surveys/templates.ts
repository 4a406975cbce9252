import type { MetricKey } from "@/metrics/score-distribution";
import type { SurveyDefinition } from "./schema";

const comment: SurveyDefinition["comment"] = {
  isEnabled: true,
  text: {
    fi: "Haluatko sanoa vielä jotain muuta?",
    sv: "Vill du tillägga något?",
    en: "Is there anything else you would like to say?",
  },
};

const thanks: SurveyDefinition["thanks"] = {
  high: {
    fi: "Kiitos! Välitämme palautteesi eteenpäin: se ilahduttaa niitä, jotka sinua palvelivat.",
    sv: "Tack! Vi för din respons vidare – den gläder dem som betjänade dig.",
    en: "Thank you! We will pass this on: it will make the day of the people who served you.",
  },
  middle: {
    fi: "Kiitos! Palautteesi auttaa meitä huomaamaan, missä voimme vielä parantaa.",
    sv: "Tack! Din respons hjälper oss att se vad vi kan göra bättre.",
    en: "Thank you! Your answer helps us see where we can still do better.",
  },
  low: {
    fi: "Kiitos, että kerroit. Olemme pahoillamme, ettei kohtaaminen vastannut odotuksiasi. Luemme jokaisen vastauksen.",
    sv: "Tack för att du berättade. Vi beklagar att mötet inte motsvarade dina förväntningar. Vi läser varje svar.",
    en: "Thank you for telling us. We are sorry that the encounter fell short of what you expected. We read every answer.",
  },
};

const invitationMail: SurveyDefinition["invitationMail"] = {
  subject: {
    fi: "Miten meillä meni? Yksi lyhyt kysymys",
    sv: "Hur gick det? En kort fråga",
    en: "How did we do? One short question",
  },
  body: {
    fi: "Hei! Kiitos kohtaamisesta: {touchpoint}, {date}. Vastaaminen vie alle minuutin, ja luemme jokaisen vastauksen.",
    sv: "Hej! Tack för mötet: {touchpoint}, {date}. Det tar mindre än en minut att svara, och vi läser varje svar.",
    en: "Hello! Thank you for meeting us: {touchpoint}, {date}. Answering takes less than a minute, and we read every answer.",
  },
};

const reminderMail: SurveyDefinition["reminderMail"] = {
  subject: {
    fi: "Ehditkö vielä vastata yhteen kysymykseen?",
    sv: "Hinner du ännu svara på en fråga?",
    en: "Do you have a moment for one question?",
  },
  body: {
    fi: "Hei! Kysyimme hiljattain, miten meillä meni: {touchpoint}, {date}. Mielipiteesi on meille tärkeä. Jos et halua vastata, voit jättää tämän viestin huomiotta.",
    sv: "Hej! Vi frågade nyligen hur det gick: {touchpoint}, {date}. Din åsikt är viktig för oss. Om du inte vill svara kan du bortse från det här meddelandet.",
    en: "Hello! We recently asked how we did: {touchpoint}, {date}. Your opinion matters to us. If you would rather not answer, you can ignore this message.",
  },
};

const shared = {
  comment,
  thanks,
  invitationMail,
  reminderMail,
  questions: [] as SurveyDefinition["questions"],
};

const nps: SurveyDefinition = {
  ...shared,
  main: {
    metric: "nps",
    text: {
      fi: "Kuinka todennäköisesti suosittelisit meitä ystävälle tai kollegalle tämän kohtaamisen perusteella?",
      sv: "Hur sannolikt är det att du utifrån det här mötet skulle rekommendera oss till en vän eller kollega?",
      en: "After this encounter, how likely are you to recommend us to a friend or colleague?",
    },
    lowLabel: { fi: "En lainkaan todennäköisesti", sv: "Inte alls sannolikt", en: "Not at all likely" },
    highLabel: { fi: "Erittäin todennäköisesti", sv: "Mycket sannolikt", en: "Extremely likely" },
  },
  followUp: {
    isEnabled: true,
    texts: {
      high: {
        fi: "Mikä kohtaamisessa onnistui erityisen hyvin?",
        sv: "Vad lyckades särskilt bra i mötet?",
        en: "What went especially well?",
      },
      middle: {
        fi: "Mitä olisi pitänyt tehdä toisin, jotta olisit antanut paremman arvosanan?",
        sv: "Vad borde ha gjorts annorlunda för att du skulle ha gett ett högre betyg?",
        en: "What would have made you give a higher score?",
      },
      low: {
        fi: "Mikä kohtaamisessa meni pieleen?",
        sv: "Vad gick fel i mötet?",
        en: "What went wrong?",
      },
    },
  },
};

const csat: SurveyDefinition = {
  ...shared,
  main: {
    metric: "csat",
    text: {
      fi: "Kuinka tyytyväinen olet saamaasi palveluun?",
      sv: "Hur nöjd är du med den service du fick?",
      en: "How satisfied are you with the service you received?",
    },
    lowLabel: { fi: "Erittäin tyytymätön", sv: "Mycket missnöjd", en: "Very dissatisfied" },
    highLabel: { fi: "Erittäin tyytyväinen", sv: "Mycket nöjd", en: "Very satisfied" },
  },
  followUp: {
    isEnabled: true,
    texts: {
      high: {
        fi: "Mihin olit erityisen tyytyväinen?",
        sv: "Vad var du särskilt nöjd med?",
        en: "What were you most satisfied with?",
      },
      middle: {
        fi: "Mitä olisimme voineet tehdä paremmin?",
        sv: "Vad kunde vi ha gjort bättre?",
        en: "What could we have done better?",
      },
      low: {
        fi: "Mihin olit tyytymätön?",
        sv: "Vad var du missnöjd med?",
        en: "What were you dissatisfied with?",
      },
    },
  },
};

const ces: SurveyDefinition = {
  ...shared,
  main: {
    metric: "ces",
    // CES v2's statement; answers are agreement from 1 (strongly disagree) to 7 (strongly agree).
    text: {
      fi: "Yritys teki asiani hoitamisesta minulle helppoa.",
      sv: "Företaget gjorde det lätt för mig att sköta mitt ärende.",
      en: "The company made it easy for me to handle my issue.",
    },
    lowLabel: { fi: "Täysin eri mieltä", sv: "Helt av annan åsikt", en: "Strongly disagree" },
    highLabel: { fi: "Täysin samaa mieltä", sv: "Helt av samma åsikt", en: "Strongly agree" },
  },
  followUp: {
    isEnabled: true,
    texts: {
      high: {
        fi: "Mikä teki asioinnista helppoa?",
        sv: "Vad gjorde det lätt att uträtta ärendet?",
        en: "What made it easy?",
      },
      middle: {
        fi: "Mikä olisi tehnyt asioinnista helpompaa?",
        sv: "Vad skulle ha gjort det lättare?",
        en: "What would have made it easier?",
      },
      low: {
        fi: "Mikä teki asioinnista hankalaa?",
        sv: "Vad gjorde det besvärligt?",
        en: "What made it difficult?",
      },
    },
  },
};

/** Ready surveys in every respondent language; a new survey starts as a copy of one, and every text can be edited. */
export const SURVEY_TEMPLATES: Record<MetricKey, SurveyDefinition> = { nps, csat, ces };
