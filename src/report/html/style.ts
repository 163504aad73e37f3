import { COLOR } from '../../press/look.ts';

/** The style sheet: one column, one accent, tables that fold on a narrow screen, and a sheet of paper when printed. */
export const STYLE = `
:root{--ink:${COLOR.ink};--quiet:${COLOR.quiet};--accent:${COLOR.accent};--middle:${COLOR.middle};--tint:${COLOR.tint};--wash:${COLOR.wash};--rule:${COLOR.rule};--hairline:${COLOR.hairline};color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.75 "BIZ UDPGothic","BIZ UDGothic","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic",Meiryo,sans-serif;line-break:strict;overflow-wrap:anywhere}
main,header{max-width:58rem;margin:0 auto;padding:0 1.25rem}
p,li{text-wrap:pretty}
p{margin:.25rem 0}
h1,h2,h3,.strong,.president li{word-break:auto-phrase}
.date{white-space:nowrap}
h1,h2,h3{color:var(--accent);line-height:1.4;margin:0;text-wrap:balance}
h1{font-size:1.9rem}
.part>h2{font-size:1.6rem}
.part>h2::before{content:"";display:block;width:2.5rem;height:.25rem;background:var(--accent);margin-bottom:.6rem}
h3{font-size:1.15rem;margin-top:2rem}
.president h2{font-size:1.1rem}
.part{margin:4.5rem 0}
.part h2,.part h3{scroll-margin-top:1rem}
.skip{position:absolute;left:-99rem;background:var(--accent);color:#fff;padding:.5rem 1rem;z-index:1}
.skip:focus{left:0}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
header{display:flex;justify-content:space-between;gap:1rem;align-items:center;padding-top:1rem;margin-bottom:1.5rem}
.secret{border:1px solid var(--accent);color:var(--accent);font-weight:700;font-size:.8rem;padding:.1rem .6rem;white-space:nowrap}
nav ol{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:1rem 0 2rem;padding:.6rem 0;border-block:1px solid var(--hairline);font-size:.9rem}
nav a{text-decoration:none;display:inline-block;padding:.2rem 0}
nav a:hover{text-decoration:underline}
.eyebrow{color:var(--accent);font-weight:700;font-size:.85rem;margin:0}
.company{font-size:1.2rem;font-weight:700}
.lead{font-size:1.05rem}
.strong{font-weight:700}
.note,.fine{color:var(--quiet);font-size:.875rem}
.small{font-size:.875rem}
.fine{font-size:.8rem}
.notice{background:var(--wash);border-left:4px solid var(--accent);padding:.6rem 1rem;margin:1rem 0;font-weight:700}
.block{border-top:2px solid var(--accent);padding-top:.4rem;margin-top:1.75rem}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}
.president ol{margin:.25rem 0;padding-left:1.6rem}
.president ol>li::marker{color:var(--accent);font-weight:700}
.moves>li+li{border-top:1px solid var(--hairline);padding-top:.4rem;margin-top:.4rem}
.move{display:grid;grid-template-columns:2fr 1fr;gap:0 1.5rem}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;list-style:none;margin:.2rem 0;padding:0;font-size:.875rem}
.swatch{width:1.2rem;height:.8rem;margin-right:.4rem;vertical-align:-.05rem}
.approval{display:flex;justify-content:space-between;gap:1.5rem;margin:2rem 0 1rem}
.seals{display:flex;flex:none}
.seals div{width:5.2rem;height:5.2rem;border:1px solid var(--accent);margin-left:-1px;display:flex;flex-direction:column;justify-content:space-between;text-align:center;font-size:.8rem}
.seals .fine{white-space:nowrap;font-size:.65rem}
.seals div span:first-child{background:var(--wash);color:var(--accent);font-weight:700;border-bottom:1px solid var(--rule)}
figure{margin:.75rem 0}
figure svg{display:block;width:100%;height:auto}
figure svg.narrow{display:none}
.mark{width:.9rem;height:.9rem;vertical-align:-.1rem}
.marked{float:left;margin-right:.45rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.85rem;line-height:1.6;border-top:2px solid var(--accent);border-bottom:2px solid var(--accent);margin:.75rem 0}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{background:var(--wash);color:var(--accent);text-align:left;font-size:.8rem}
th,td{padding:.45rem .4rem;vertical-align:top}
td{border-top:1px solid var(--hairline)}
td p{margin:0}
td .small,td .note{font-size:.8rem}
.group th{background:#fff;border-top:1px solid var(--rule);font-size:.875rem;padding-top:.9rem}
.right{text-align:right}
.card{border-top:2px solid var(--accent);margin-top:2rem;padding-top:.6rem}
.card h3{margin-top:0}
.number{font-size:1.4rem;margin-right:.4rem}
.frame{background:var(--wash);border:1px solid var(--accent);padding:.6rem 1rem;margin:.6rem 0;font-size:1.05rem;font-weight:700}
dl{margin:.5rem 0}
dl>div{display:grid;grid-template-columns:7rem 1fr;gap:0 1rem;padding:.2rem 0}
dt{color:var(--accent);font-weight:700;font-size:.875rem;padding-top:.1rem}
dd{margin:0;font-size:.95rem}
dd p{margin:0}
dd ol,dd ul{margin:0;padding-left:1.4rem}
.boxes{list-style:none;padding-left:0}
.boxes .mark{margin-right:.45rem}
@media (max-width:42rem){
h1{font-size:1.5rem}
.columns,.move,dl>div{grid-template-columns:1fr}
.approval{flex-direction:column}
figure svg.wide{display:none}
figure svg.narrow{display:block}
table,tbody,tr,td,th{display:block}
colgroup,thead{display:none}
tr{border-top:1px solid var(--rule);padding:.5rem 0}
td{border:0;padding:.1rem 0}
td[data-label]{display:grid;grid-template-columns:6.5rem 1fr;gap:0 .5rem}
td[data-label]:empty{display:none}
td[data-label]>*{grid-column:2;float:none}
td[data-label]::before{content:attr(data-label);color:var(--quiet);font-size:.8rem;grid-row:1/9}
.group th{padding:.4rem 0}
.right{text-align:left}
}
@media print{
@page{size:A4;margin:16mm 17mm 18mm}
html{font-size:9pt}
body{line-height:1.6}
nav,.skip{display:none}
.part{margin:2rem 0}
nav+.part,.sheet{break-before:page}
h2,h3{break-after:avoid;break-inside:avoid}
thead{break-after:avoid}
.lead,p:has(+figure){break-after:avoid}
header{padding-top:0;margin-bottom:.4rem}
.president{line-height:1.4}
.president p{margin:.1rem 0}
.president figure{margin:.3rem 0}
.president .block{margin-top:.7rem}
.president .approval{margin:.8rem 0 .4rem}
.columns,.approval{break-inside:avoid}
tr,figure,.frame,.notice,dl>div,.move{break-inside:avoid}
thead{display:table-header-group}
.part,.card,td{orphans:2;widows:2}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
