/** The style sheet of our pages: system fonts, light and dark, from 320 pixels on. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1c2430; --soft: #56606e; --paper: #ffffff; --panel: #f4f6f9; --line: #d5dbe3; --link: #0b5cad; --mark: #0b7a4b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a9b3c1; --paper: #14181f; --panel: #1d232d; --line: #39424f; --link: #7db7f5; --mark: #63cfa0; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; padding: .75rem 1rem; border-bottom: 1px solid var(--line); background: var(--panel); }
.product { font-weight: 600; text-decoration: none; color: var(--ink); }
.languages { display: flex; gap: 1rem; list-style: none; margin: 0; padding: 0; }
.languages [aria-current] { font-weight: 600; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
h4 { font-size: .95rem; margin: 1.25rem 0 .35rem; color: var(--soft); }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .875em; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; overflow-x: auto; margin: .5rem 0; line-height: 1.45; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
td code { white-space: nowrap; }
tbody th { font-weight: 500; }
.scroll { overflow-x: auto; margin: .5rem 0; }
.scroll table { min-width: 24rem; }
.scroll .wide { min-width: 40rem; }
.scroll tfoot { font-weight: 600; }
.tags { padding-left: 1.2rem; overflow-wrap: anywhere; }
td .tags { margin: 0; padding-left: 1rem; }
h3::first-letter { text-transform: uppercase; }
.answers td:first-child { width: 4rem; }
.operation { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
.call { margin: 0 0 .5rem; }
.call code { font-size: .95rem; }
.method { display: inline-block; min-width: 3.4rem; font-weight: 700; color: var(--mark); }
.soft { color: var(--soft); }
.contents { columns: 2 20rem; padding-left: 1.2rem; }
.contents li { break-inside: avoid; margin: .2rem 0; }
.links { padding-left: 1.2rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; }
summary { cursor: pointer; }
@media (max-width: 40rem) { h1 { font-size: 1.4rem; } .operation { padding: .75rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin: 0 0 .5rem; } }
@media (max-width: 40rem) { .stack thead { display: none; } .stack tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; } .stack td { display: block; border: 0; padding: .1rem 0; } }
`
