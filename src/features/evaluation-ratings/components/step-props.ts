import type { RaterPage, RaterTask, RatingAnswers } from "../schema";
import type { RaterTexts } from "../texts";

/** What every page of one rating is given. */
export type StepProps = {
  page: RaterPage;
  task: RaterTask;
  token: string;
  language: string;
  texts: RaterTexts;
  answers: RatingAnswers;
  /** Keys of what needs another look, or "renewed": the form was of an older build. */
  problems: string[];
  now: Date;
};
