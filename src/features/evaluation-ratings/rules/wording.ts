import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { chooseText, type LocalizedText } from "@/server/input";

/**
 * An item or open question as somebody of a group reads it: about oneself in its own words where it has them in the
 * language, else as about others. A text in no language at all gives "".
 */
export function wordFor(
  question: { text: LocalizedText; selfText: LocalizedText },
  group: RaterGroup,
  language: string,
  fallback: string,
): string {
  const { text, selfText } = question;
  const isWritten = (candidate: LocalizedText) => Boolean(candidate[language as keyof LocalizedText]);
  const ofSelf = group === "self" && (isWritten(selfText) || !isWritten(text));
  return (ofSelf && chooseText(selfText, language, fallback)) || chooseText(text, language, fallback);
}
