import { describe, expect, it } from "vitest";
import { renderAccountMail } from "./render-account-mail";

const content = {
  language: "fi",
  subject: "Kutsu: Kahvila <Kulma> & Co",
  greeting: "Hei Aino!",
  paragraphs: ['Mikko "Masa" Lahti kutsui sinut.'],
  button: { label: "Hyväksy kutsu", href: "https://survey.example.com/accept-invitation/abc-_1" },
  notes: ["Linkki toimii 14 päivää."],
};

describe("renderAccountMail", () => {
  it("lets no name become markup", () => {
    const { html } = renderAccountMail({ ...content, greeting: "<script>alert('1')</script>" });
    expect(html).not.toContain("<script");
    expect(html).toContain("&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;");
    expect(html).toContain("<title>Kutsu: Kahvila &#60;Kulma&#62; &#38; Co</title>");
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
