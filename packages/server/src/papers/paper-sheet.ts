/** The looks of papers: a sheet on a desk, light or dark; on paper just ink. Below 26rem, as on a roll of 80 mm, one column. */
export const paperSheet = `
:root { color-scheme: light dark; --ink: light-dark(#16191f, #e8ebf0); --quiet: light-dark(#545d6b, #a3acb9);
  --line: light-dark(#d9dde3, #353b45); --sheet: light-dark(#fff, #191d23); --desk: light-dark(#eceef1, #0f1216);
  --accent: light-dark(#1f5fbf, #8ab8ff); --back: light-dark(#a1331f, #ff9d86) }
* { box-sizing: border-box; margin: 0 }
html { background: var(--desk) }
body { padding: clamp(0rem, 8vw - 2rem, 3rem) clamp(0rem, 8vw - 2rem, 2rem); color: var(--ink);
  font: 1rem/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; container-type: inline-size }
.paper { max-width: 46rem; margin: 0 auto; padding: clamp(1.25rem, 6cqw, 3.5rem); background: var(--sheet) }
header { display: flex; justify-content: space-between; align-items: start; gap: 1rem 2.5rem;
  padding-bottom: 1.5rem; border-bottom: 2px solid var(--ink) }
.seller { flex: 1; color: var(--quiet); font-size: .875rem }
.seller p + p { margin-top: .125rem }
.seller .name { margin-bottom: .375rem; color: var(--ink); font-size: 1.125rem; line-height: 1.3; font-weight: 650 }
.kind { text-align: end }
h1 { font-size: 1.75rem; line-height: 1.15; font-weight: 650; letter-spacing: -.01em; text-wrap: balance }
h1 + p { margin-top: .375rem }
.number { white-space: nowrap }
h2 { font-size: 1rem; font-weight: 650 }
section, table, .paper > .facts { margin-top: 1.75rem }
.mark { margin-top: 1.5rem; padding: .125rem 0 .125rem 1rem; border-inline-start: 4px solid var(--back) }
.mark strong { display: block; color: var(--back) }
.correction h1 { color: var(--back) }
.facts { display: grid; grid-template-columns: repeat(2, 1fr); gap: .875rem 2rem }
section .facts { margin-top: .875rem }
section p { margin-top: .875rem }
dt { color: var(--quiet); font-size: .8125rem }
dd, .seller p { text-wrap: balance }
.code { white-space: nowrap }
table { width: 100%; border-collapse: collapse }
th { font-weight: 400; text-align: start }
th, td { padding: .625rem 0; vertical-align: baseline }
td, thead th:last-child { text-align: end; white-space: nowrap; padding-inline-start: 1.5rem }
thead { color: var(--quiet); font-size: .8125rem }
thead th { border-bottom: 1px solid var(--line) }
tbody tr { break-inside: avoid }
tfoot th, tfoot td { padding-block: .25rem }
tfoot th { text-align: end; color: var(--quiet) }
tfoot tr:first-child > * { border-top: 1px solid var(--line); padding-top: .75rem }
tfoot .total > * { padding-top: .625rem; color: var(--ink); font-size: 1.25rem; font-weight: 650 }
footer { margin-top: 2.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--quiet);
  font-size: .875rem; break-inside: avoid }
footer p + p { margin-top: .375rem }
a { color: var(--accent) }
.mark a { color: inherit; white-space: nowrap }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
@container (max-width: 26rem) {
  header { display: block; text-align: center }
  .kind { margin-top: 1rem; text-align: center }
  .facts { grid-template-columns: 1fr; gap: .5rem }
  .facts > div { display: flex; justify-content: space-between; align-items: baseline; gap: .75rem }
  dt { flex: none; max-width: 40% }
  dd { text-align: end; font-size: .9375rem }
  td, thead th:last-child { padding-inline-start: 1rem }
  tfoot .total > * { font-size: 1.125rem }
}
@page { margin: 18mm 20mm }
@media print {
  :root { color-scheme: light }
  html { font-size: 10.5pt }
  html, .paper { background: none }
  body, .paper { max-width: none; padding: 0 }
  a { color: inherit; text-decoration: none }
}
@media print and (max-width: 100mm) {
  @page { margin: 4mm }
  html { font-size: 8.5pt }
}
`;
