import { accentColors, DARK_PAGE, LIGHT_CANVAS, LIGHT_PAGE } from "@/server/accent-colors";

/**
 * The whole style of respondent pages, inlined into each (some 3 kB). Written by hand: these pages load nothing, so that
 * an old phone on a bad connection can answer at once. Colours: every text reaches 4.5 : 1 on its background.
 */
export function respondentStyle(accentColor: string): string {
  const { light, dark } = accentColors(accentColor);
  return `:root{color-scheme:light dark;--page:${LIGHT_CANVAS};--card:${LIGHT_PAGE};--ink:#16181d;--muted:#565d6b;--line:#868d9b;--hover:#f3f4f6;--danger:#b42318;--soft:#fef3f2;--accent:${light.surface};--on-accent:${light.onSurface};--link:${light.text}}
@media (prefers-color-scheme:dark){.brand img{background:#fff;padding:6px 8px;border-radius:6px}:root{--page:#0e1014;--card:${DARK_PAGE};--ink:#f2f4f8;--muted:#a9b1bf;--line:#747d8c;--hover:#232833;--danger:#ff9d94;--soft:#341c1b;--accent:${dark.surface};--on-accent:${dark.onSurface};--link:${dark.text}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:break-word}
.top,main,footer{max-width:640px;margin:0 auto;padding:0 16px}
.top{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between;padding-top:20px;padding-bottom:16px}
main{padding-top:24px}
.brand{display:flex;align-items:center;gap:12px;font-weight:600;min-width:0}
.brand img{display:block;width:auto;height:auto;max-width:200px;max-height:48px}
nav{display:flex;gap:4px;margin:0 -8px}
nav a,nav span{padding:8px;font-size:15px}
nav span{font-weight:600}
.top+main{padding-top:0}
.card>:last-child{margin-bottom:0}
.card{background:var(--card);border-top:4px solid var(--accent);border-radius:10px;padding:24px}
.about,.hint,footer{color:var(--muted)}
p{margin:0 0 16px}
.about{margin:0 0 8px;font-size:15px}
h1,legend,.question{font-size:22px;line-height:1.3;font-weight:600;margin:0 0 16px;padding:0}
.question{display:block;font-size:18px;margin-bottom:8px}
fieldset{border:0;margin:0 0 24px;padding:0;min-width:0}
legend h1{margin:0}
fieldset.sub legend{font-size:18px;margin-bottom:8px}
.hint{margin:0 0 12px;font-size:15px}
.scale{display:grid;grid-template-columns:repeat(6,1fr);gap:8px}
.scale.n5{grid-template-columns:repeat(5,1fr)}
.scale.n7{grid-template-columns:repeat(7,1fr);gap:6px}
.scale label,.option{position:relative;display:flex;align-items:center;cursor:pointer}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:flex;align-items:center;justify-content:center;width:100%;height:52px;border:1px solid var(--line);border-radius:8px;font-size:19px;font-weight:600}
.scale label:hover span{background:var(--hover)}
.scale input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on-accent);outline:2px solid transparent}
.scale input:focus-visible+span,a:focus-visible,button:focus-visible,textarea:focus-visible,.option input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:24px;margin:10px 0 0;font-size:15px;color:var(--muted)}
.ends span{min-width:0;max-width:46%;hyphens:auto}
.ends span:last-child{text-align:right}
.option{gap:12px;min-height:44px;padding:6px 0}
.option input{width:22px;height:22px;margin:0;flex:none;accent-color:var(--accent)}
.field{margin-bottom:24px}
textarea{display:block;width:100%;min-height:112px;padding:12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:inherit;font:inherit}
button{width:100%;min-height:52px;padding:12px 24px;border:0;border-radius:8px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button:hover{filter:brightness(.94)}
a{color:var(--link);text-underline-offset:3px}
.error{margin:0 0 12px;color:var(--danger);font-weight:600}
.summary{margin:0 0 20px;padding:12px 16px;border-left:4px solid var(--danger);background:var(--soft);border-radius:4px}
.summary p{margin:0}
.summary a{color:var(--danger)}
.note{margin:0 0 20px;font-size:15px}
footer{padding-top:16px;padding-bottom:32px;font-size:14px}
footer a{color:inherit;display:inline-block;padding:6px 0}
@media (max-width:359px){.ends{display:block}.ends span{display:block;max-width:none}.ends span:last-child{text-align:left}.card{padding:20px 16px}.scale{gap:6px}.scale.n7{gap:4px}}
@media (min-width:560px){.scale{grid-template-columns:repeat(11,1fr);gap:6px}.scale.n7{gap:8px}.card{padding:32px}button{width:auto;min-width:180px}}
@media (forced-colors:active){.scale input:checked+span{forced-color-adjust:none;background:Highlight;color:HighlightText}}`;
}
