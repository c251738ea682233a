/** The look of the access file: it stands alone, so it carries its own. */
export const accessStyle = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1c1a17; background: #fff; }
body { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.02em; margin: 0 0 0.75rem; }
h2 { font-size: 1.125rem; margin: 2.5rem 0 0.75rem; border-top: 1px solid #d9d5ce; padding-top: 1.25rem; }
h2 small { color: #6b665e; font-weight: 400; }
header p, footer p { max-width: 44rem; margin: 0 0 0.5rem; color: #4d4942; }
footer { margin-top: 2.5rem; border-top: 1px solid #d9d5ce; padding-top: 1.25rem; }
dl { display: grid; grid-template-columns: minmax(9rem, 15rem) minmax(0, 1fr); gap: 0.25rem 1.25rem; margin: 0; }
dt { color: #6b665e; }
dd { margin: 0; overflow-wrap: anywhere; }
dd dl { grid-template-columns: minmax(6rem, 10rem) minmax(0, 1fr); }
article { padding: 0.75rem 0; border-top: 1px solid #eceae5; break-inside: avoid-page; }
article:first-of-type { border-top: 0; padding-top: 0; }
dd .wide { margin: 0 0 0.5rem; }
ul { margin: 0; padding-left: 1.1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid #eceae5; overflow-wrap: break-word; }
th { color: #6b665e; font-weight: 500; }
tr { break-inside: avoid; }
@media (max-width: 36rem) { dl, dd dl { grid-template-columns: 1fr; gap: 0 0; } dd { margin-bottom: 0.5rem; } }
@media print { body { padding: 0; max-width: none; } .wide { overflow: visible; } table { font-size: 0.75rem; } }
`;
