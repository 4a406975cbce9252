/** What raters' pages need besides `respondentStyle`: lists, statements with labelled points, buttons beside each other. */
export const RATER_STYLE = `h2{font-size:18px;line-height:1.3;margin:28px 0 8px}
.tasks{list-style:none;margin:0;padding:0}
.tasks>li{padding:20px 0;border-top:1px solid var(--line)}
.tasks>li>:last-child{margin-bottom:0}
.name{margin-bottom:8px}
.tasks h3{display:inline;margin:0 8px 0 0;font-size:18px;line-height:1.3}
.state{display:inline-block;padding:1px 10px;border:1px solid var(--line);border-radius:12px;font-size:14px}
.done{margin:0 0 20px;padding:12px 16px;border-left:4px solid var(--accent);background:var(--hover);border-radius:4px}
.done>:last-child{margin:0}
.bar{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:52px;padding:12px 24px;border-radius:8px;background:var(--accent);color:var(--on-accent);font-weight:600;text-decoration:none}
.quiet{background:none;color:var(--link);border:1px solid var(--line)}
.pad{display:inline-block;padding:10px 0}
.audience ul{margin:0 0 16px;padding-left:22px}
.audience li{margin-bottom:6px}
details{margin:12px 0}
summary{padding:10px 0;color:var(--link);cursor:pointer}
summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.progress{height:6px;margin:0 0 16px;border-radius:3px;background:var(--hover);overflow:hidden}
.progress i{display:block;height:100%;background:var(--accent)}
fieldset.item{margin-bottom:28px}
fieldset.item legend{font-size:18px;margin-bottom:10px}
.points{display:grid;gap:6px}
.points label{position:relative;display:flex;cursor:pointer}
.points input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.points span{display:flex;align-items:center;width:100%;min-height:46px;padding:8px 14px;border:1px solid var(--line);border-radius:8px;font-size:16px;line-height:1.25}
.points .none span{border-style:dashed}
.points label:hover span{background:var(--hover)}
.points input:checked+span{background:var(--accent);border-color:var(--accent);border-style:solid;color:var(--on-accent);outline:2px solid transparent}
.points input:focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
.actions{display:grid;gap:12px;margin-top:8px}
#save-status{min-height:24px;margin:0 0 12px;font-size:15px;color:var(--muted)}
.parts{list-style:none;margin:0 0 20px;padding:0}
.parts li{display:grid;grid-template-columns:1fr auto;gap:16px;align-items:center;padding:10px 0;border-top:1px solid var(--line)}
.summary a{display:inline-block;padding:4px 0}
blockquote{margin:0 0 16px;padding-left:14px;border-left:3px solid var(--line);white-space:pre-line}
@media (min-width:560px){.points{grid-template-columns:repeat(auto-fit,minmax(84px,1fr))}.points span{justify-content:center;padding:8px 6px;text-align:center;font-size:15px;hyphens:auto}.actions{display:flex;flex-wrap:wrap}.actions button{min-width:0}}
@media (forced-colors:active){.points input:checked+span{forced-color-adjust:none;background:Highlight;color:HighlightText}}`;
