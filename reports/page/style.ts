/** Style of the page: light and dark, phones and paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1e24; --soft: #565c66; --paper: #ffffff; --panel: #f5f6f8; --line: #d5d8de; --link: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaee; --soft: #a9afba; --paper: #16181d; --panel: #1f2229; --line: #3a3f49; --link: #7db8f5; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main, header, nav, footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
h1, h2, h3, h4, p, li, figcaption { overflow-wrap: anywhere; }
td, th { overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .6rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.answer { background: var(--panel); border-left: 4px solid var(--link); padding: .4rem 1rem; font-size: 1.08rem; }
.answer p { max-width: none; }
.partial { border: 2px solid; padding: .5rem 1rem; }
.note, figcaption, caption { color: var(--soft); font-size: .9rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0; list-style: none; font-size: .92rem; }
figure { margin: 0 0 1.6rem; }
.panels { display: flex; flex-wrap: wrap; gap: .6rem 1rem; }
.chooser { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); padding: .4rem 0; }
.chooser p { max-width: none; margin: .2rem 0; font-size: .92rem; }
.chooser[hidden] { display: none; }
.chooser select { font: inherit; max-width: 100%; color: var(--ink); background: var(--panel); border: 1px solid var(--soft); padding: .2rem; }
.panel svg { display: block; max-width: 100%; height: auto; }
.panel svg text { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
.panel { max-width: 100%; }
.panel.wide svg { max-width: none; }
.panel.wide { max-width: none; }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; list-style: none; padding: 0; margin: .3rem 0; font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; margin: .6rem 0; }
caption { text-align: left; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .7rem .25rem 0; border-bottom: 1px solid var(--line); min-width: 4.5rem; }
thead th { color: var(--soft); font-weight: 600; }
tbody th { font-weight: 500; min-width: 13rem; }
.sources { font-size: .88rem; }
.sources li { margin: .15rem 0; }
@media (max-width: 40rem) { tbody th { min-width: 9rem; } }
td.n { font-variant-numeric: tabular-nums; white-space: nowrap; }
details { margin: .4rem 0; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
pre { background: var(--panel); padding: .7rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin: 3rem auto 2rem; color: var(--soft); font-size: .9rem; }
#vg-tooltip-element { z-index: 1000; }
@media (max-width: 40rem) { body { font-size: 15px; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --panel: #fff; --line: #999; --link: #000; }
  html, body { font-size: 12px; }
  nav, .skip, .chooser { display: none; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { display: none; }
  table { width: 100%; font-size: .9rem; }
  td, th, tbody th, td.n { min-width: 0; padding-right: .4rem; white-space: normal; }
  .panel.wide, .panel.wide svg { max-width: 100%; }
  figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
