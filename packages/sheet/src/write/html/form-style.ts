/**
 * How the form looks on a screen and on A4 landscape: ruled in black, names of columns on grey on each page, a row whole
 * where it fits. `head` is printed above each page but the first, as on the form.
 */
export const formStyle = (head: string): string => `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 0.875rem/1.65 "Noto Sans JP", "BIZ UDPGothic", "Yu Gothic", YuGothic, "Hiragino Sans", Meiryo, "Noto Sans CJK JP", sans-serif; line-break: strict; overflow-wrap: anywhere; }
main { max-width: 90rem; margin: 0 auto; padding: 1.5rem 1.5rem 4rem; }
h1, h2, h3, h4, h5 { margin: 0; line-height: 1.45; break-after: avoid; break-inside: avoid; }
h1 { font-size: 1rem; font-weight: 500; text-align: end; }
h2 { margin-top: 2.5rem; padding-bottom: 0.25rem; border-bottom: 2px solid #1a1a1a; font-size: 1.375rem; }
h3 { margin-top: 1.75rem; font-size: 1.125rem; }
h4, h5 { margin-top: 1.25rem; font-size: 1rem; }
.initiative { margin-bottom: 0.5rem; }
.preamble, .footnote { margin: 0 0 0.5rem; break-after: avoid; }
.footnote { font-size: 0.8125rem; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
.form { min-width: 60rem; table-layout: fixed; }
.form > * > tr > th, .form > * > tr > td { padding: 0.375rem 0.5rem; border: 1px solid #1a1a1a; text-align: start; vertical-align: top; }
.form > thead > tr > th { background: #ececec; font-weight: 700; line-height: 1.4; text-align: center; vertical-align: middle; }
.form > thead span { display: inline-block; }
.form > tbody > tr > .middle { text-align: center; vertical-align: middle; }
td p { margin: 0; }
td .point { padding-inline-start: 1em; text-indent: -1em; }
.wards { width: auto; min-width: 60%; margin: 0.375rem auto 0.125rem; font-size: 0.8125rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.wards th, .wards td { padding: 0.0625rem 0.625rem; border: 1px solid #767676; text-align: end; }
.wards th { font-weight: 500; text-align: start; white-space: pre; }
.wards thead th { background: #ececec; text-align: center; }
@page { size: A4 landscape; margin: 14mm 10mm 12mm; @top-right { content: "${head}"; font: 8pt "Noto Sans JP", "BIZ UDPGothic", "Yu Gothic", sans-serif; } @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@page :first { @top-right { content: none; } }
@media print {
  body { font-size: 8.5pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 8pt; }
  h2 { margin-top: 6mm; font-size: 13pt; }
  h3 { margin-top: 4mm; font-size: 11pt; }
  h4, h5 { margin-top: 3.5mm; font-size: 10pt; }
  .footnote { font-size: 8pt; }
  .wide { overflow: visible; }
  .form { min-width: 0; }
  .form > thead { display: table-header-group; }
  .form > thead > tr > th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .form > * > tr { break-inside: avoid; }
  .form > * > tr > th, .form > * > tr > td { padding: 1mm 1.5mm; }
  .wards { font-size: 7.5pt; line-height: 1.25; }
}
`;
