/** Passwords of ten characters or more that guessing programs try first, in the languages of our users. */
const COMMON = new Set(
  `1234567890 0123456789 9876543210 12345678910 123456789a a123456789 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5
  qwertyuiop qwertyuiopå qwerty1234 qwerty12345 asdfghjkl1 asdfghjklö zxcvbnm123
  password12 password123 password1234 passw0rd123 salasana12 salasana123 salasana1234 lösenord12 lösenord123
  tervetuloa tervetuloa1 tervetuloa123 welcome123 welcome1234 letmein123 iloveyou123 rakastansua
  kissakissa koirakoira perkele123 kesakesa123 jalkapallo jääkiekko football123 superman123 changeme123
  admin12345 administrator lastmetre1 lastmetre123 testitesti testtest123`.split(/\s+/),
);

/** Whether all characters are the same or each is the next of the one before: "aaaaaaaaaa", "abcdefghij". */
function isRun(password: string): boolean {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 2);
}

/**
 * Why a password is too easy to guess, as a message key of "errors"; null when it is not. Length is the schema's
 * business; characters of particular kinds are not asked for (NIST SP 800-63B, 3.1.1.2).
 */
export function findPasswordWeakness(
  password: string,
  owner: { email: string; name?: string },
): string | null {
  const plain = password.toLowerCase();
  if (COMMON.has(plain) || isRun(plain)) return "passwordCommon";
  const address = owner.email.toLowerCase();
  const personal = [address, address.split("@")[0] ?? "", owner.name?.toLowerCase() ?? ""];
  if (personal.some((text) => text.length >= 5 && plain.replaceAll(text, "").length < 4))
    return "passwordPersonal";
  return null;
}
