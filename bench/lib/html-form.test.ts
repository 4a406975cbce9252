import { expect, it } from "vitest";
import { encodeForm, findForm } from "./html-form";

const page = `<form action="/search"><input name="q"/></form>
<form action="" encType="multipart/form-data" method="POST"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
<fieldset><input type="radio" name="score" value="0"/><input type="radio" name="score" value="10" required=""/></fieldset>
<button type="submit">Send</button></form>`;

it("finds the form that has the field, with its hidden fields and choices", () => {
  const form = findForm(page, "score", "/s/token");
  expect(form).toEqual({
    action: "/s/token",
    enctype: "multipart/form-data",
    hidden: [["$ACTION_1:0", '{"id":"a&b"}']],
    choices: new Map([["score", ["0", "10"]]]),
  });
  expect(findForm(page, "comment", "/s/token")).toBeNull();
});

it("writes what a browser sends", async () => {
  for (const enctype of ["multipart/form-data", "application/x-www-form-urlencoded"]) {
    const { headers, body } = encodeForm(
      { action: "/", enctype, hidden: [["a&b", "ä=1"]], choices: new Map() },
      [["score", "10"]],
    );
    const type = /^content-type: (.*)\r\n$/.exec(headers)?.[1] as string;
    const read = await new Response(body, { headers: { "content-type": type } }).formData();
    expect([...read]).toEqual([
      ["a&b", "ä=1"],
      ["score", "10"],
    ]);
  }
});
