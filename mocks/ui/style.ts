/** The style sheet of the page: system fonts, light and dark, from 320 pixels on. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1b2430; --soft: #566171; --paper: #fbfcfd; --card: #ffffff; --line: #d8dee7; --link: #0b5cad; --on: #8a4b00; --on-paper: #fff4e0; --bad: #a3241c; --bad-paper: #fdeceb; --button: #0b5cad; --button-ink: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a9b3c1; --paper: #12161c; --card: #1a2029; --line: #37404d; --link: #82baf6; --on: #ffc876; --on-paper: #33270f; --bad: #ff9d94; --bad-paper: #381a18; --button: #2b6fb8; --button-ink: #ffffff; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem; }
.top { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; align-items: baseline; padding: .75rem 1rem; border-bottom: 1px solid var(--line); background: var(--card); }
.top strong { font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; }
[aria-current] { font-weight: 600; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 0; }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .86em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0 0; background: var(--paper); border: 1px solid var(--line); border-radius: .35rem; padding: .6rem; }
.soft { color: var(--soft); }
.lead { max-width: 46rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: .9rem; align-items: start; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .55rem; padding: .9rem 1rem; }
.card > p { margin: .25rem 0; }
.card.on { border-color: var(--on); border-inline-start-width: .3rem; }
.state { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: center; justify-content: space-between; margin: .5rem 0; padding: .45rem .6rem; border-radius: .35rem; background: var(--on-paper); color: var(--on); }
.state form { margin: 0; }
details { margin-top: .6rem; }
summary { cursor: pointer; color: var(--link); }
form.switch { display: grid; gap: .65rem; margin-top: .7rem; }
label { display: grid; gap: .2rem; font-size: .9rem; color: var(--soft); }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: .65rem; align-items: end; }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: .35rem; padding: .4rem .55rem; width: 100%; min-width: 0; min-height: 2.5rem; }
button { background: var(--button); color: var(--button-ink); border-color: transparent; font-weight: 600; cursor: pointer; width: auto; justify-self: start; padding: .4rem 1rem; }
button.quiet { background: transparent; color: inherit; border-color: currentColor; font-weight: 500; min-height: 2rem; padding: .1rem .7rem; }
small { color: var(--soft); font-size: .82rem; }
.reset { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 1rem 0 0; }
.alert { background: var(--bad-paper); color: var(--bad); border-inline-start: .3rem solid var(--bad); border-radius: .35rem; padding: .6rem 1rem; }
.alert ul { margin: .3rem 0; padding-left: 1.2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: start; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 500; white-space: nowrap; }
td.claim { min-width: 11rem; }
td.claim details { margin: 0; }
.miss td { background: var(--bad-paper); color: var(--bad); padding-inline-start: .6rem; }
.miss b { font-weight: 600; }
.nowrap { white-space: nowrap; }
@media (max-width: 40rem) { h1 { font-size: 1.4rem; } thead { display: none; } tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; } th, td { display: block; border: 0; padding: .1rem 0; } tbody th { white-space: normal; } td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); } .miss { padding: 0; } .miss td { padding: .5rem .6rem; } }
`
