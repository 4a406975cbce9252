import { describe, expect, it } from "vitest";
import { renderAccountMail } from "./render-account-mail";

const content = {
  language: "fi",
  subject: "Kutsu: Kahvila <Kulma> & Co",
  senderName: "Kahvila <Kulma> & Co",
  accentColor: "#0f766e",
  greeting: "Hei Aino!",
  paragraphs: ['Mikko "Masa" Lahti kutsui sinut.'],
  button: { label: "Hyväksy kutsu", href: "https://survey.example.com/accept-invitation/abc-_1" },
  notes: ["Linkki toimii 14 päivää."],
  buttonFails: "Jos painike ei toimi, kopioi osoite selaimeesi:",
};

describe("renderAccountMail", () => {
  it("lets no name become markup", () => {
    const { html } = renderAccountMail({ ...content, greeting: "<script>alert('1')</script>" });
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<Kulma>");
  });

  it("says in plain text what the HTML says, with the address to open", () => {
    const { text, html } = renderAccountMail(content);
    expect(text).toBe(
      `Hei Aino!\n\nMikko "Masa" Lahti kutsui sinut.\n\nhttps://survey.example.com/accept-invitation/abc-_1\n\nLinkki toimii 14 päivää.\n`,
    );
    expect(html).toContain('href="https://survey.example.com/accept-invitation/abc-_1"');
    expect(html).toContain('lang="fi"');
  });
});
