import { escapeText } from './chart-frame.ts';

const style = `
:root{color-scheme:light dark;--back:#f6f7f9;--card:#fff;--ink:#1f2328;--soft:#525b67;--line:#dfe3e8;--accent:#0b57c4;--good:#0a7d4f;--bad:#b3261e}
@media screen and (prefers-color-scheme:dark){:root{--back:#0e1014;--card:#14171c;--ink:#e6e9ee;--soft:#a9b2bf;--line:#2c323b;--accent:#7db4ff;--good:#5fd6a2;--bad:#ff8f87}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.6 system-ui,"Noto Sans","Noto Sans JP",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.2rem;margin:0 0 .6rem}
section{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.1rem 1.2rem;margin:1rem 0}
p{margin:.4rem 0;max-width:46rem}
.soft{color:var(--soft);font-size:.9rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0}
.tile{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:.8rem 1rem}
.tile b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.tile span{color:var(--soft);font-size:.85rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .7rem;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap;vertical-align:top}
th{color:var(--soft);font-weight:600;font-size:.85rem;vertical-align:bottom;white-space:normal;min-width:5.5rem}
th:first-child,td:first-child{text-align:left}
td.text{white-space:normal;text-align:left;min-width:12rem;overflow-wrap:anywhere}
small{display:block;color:var(--soft)}
svg.fc{display:block;width:100%;min-width:34rem;height:auto;border-radius:.5rem}
.pairs{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem}
figure{margin:0;border:1px solid var(--line);border-radius:.5rem;padding:.5rem;break-inside:avoid;overflow-wrap:anywhere}
figure div{display:flex;gap:.3rem;margin-bottom:.3rem}
figure img{width:calc(50% - .15rem);aspect-ratio:1;object-fit:cover;border-radius:.3rem;background:var(--line)}
figure img:only-child{width:60%}
figcaption{font-size:.8rem;color:var(--soft);line-height:1.4}
figcaption b{color:var(--ink)}
code{overflow-wrap:anywhere;font-size:.85em}
ul{padding-left:1.2rem;margin:.4rem 0}
@media (max-width:34rem){section{padding:.9rem .8rem}th,td{padding:.35rem .3rem;font-size:.9rem;min-width:0}th{font-size:.78rem}td small{font-size:.72rem;white-space:normal;line-height:1.3}h1{font-size:1.4rem}}
@media print{svg.fc{min-width:0}.wide{overflow:visible}body{background:#fff;font-size:11pt}section,.tile{border-color:#ccc;break-inside:avoid}main{max-width:none;padding:0}}
`;

/** A whole page on its own: nothing is fetched, no script runs. `inside` is HTML already. */
export function framePage(title: string, inside: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none';img-src data:;style-src 'unsafe-inline'"><title>${escapeText(title)}</title><style>${style}</style></head><body><main>${inside}</main></body></html>\n`;
}

/** A card of the page with its heading. */
export function section(title: string, inside: string): string {
  return `<section><h2>${escapeText(title)}</h2>${inside}</section>`;
}

/** A table; cells are HTML already, the first column is the row's name. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<div class="wide" tabindex="0"><table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table></div>`;
}

/** A drawing that keeps its letters legible on a phone by scrolling sideways. */
export function drawing(svg: string): string {
  return `<div class="wide" tabindex="0">${svg}</div>`;
}

/** Large figures in a row; label and value are plain text. */
export function tiles(figures: readonly (readonly [value: string, label: string])[]): string {
  return `<div class="tiles">${figures.map(([value, label]) => `<div class="tile"><b>${escapeText(value)}</b><span>${escapeText(label)}</span></div>`).join('')}</div>`;
}
