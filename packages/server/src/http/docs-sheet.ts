/** The looks of the docs: light and dark, wide and narrow, on paper too. */
export const docsSheet = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #e6e9ef); --paper: light-dark(#fff, #14171d);
  --quiet: light-dark(#566072, #a0a9b8); --line: light-dark(#dfe3ea, #2c323d); --block: light-dark(#f5f6f8, #1c2129);
  --accent: light-dark(#1f5fbf, #8ab8ff) }
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
h1, h2, h3 { line-height: 1.25; text-wrap: balance }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h3 { margin-top: 2.25rem }
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem }
a { color: var(--accent) }
code, pre { font: .9em/1.5 ui-monospace, monospace }
code { background: var(--block); padding: .1em .3em; border-radius: .25em }
pre { overflow: auto; max-height: 28rem; padding: .9rem 1rem; background: var(--block); border: 1px solid var(--line);
  border-radius: .5rem; overflow-wrap: normal }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
summary { cursor: pointer; color: var(--accent) }
nav ul { columns: 16rem; padding-left: 1.1rem }
dl { margin: .5rem 0 }
dt { margin-top: .6rem }
dd { margin: 0 0 0 1rem; color: var(--quiet) }
.type, .quiet { color: var(--quiet) }
.call { display: block; padding: .5rem .75rem; border-left: 3px solid var(--accent); font-weight: 600 }
@media print { pre { max-height: none; white-space: pre-wrap } }
`;
