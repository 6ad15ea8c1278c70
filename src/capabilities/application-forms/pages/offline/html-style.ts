/** All the looks of a form carried away: one column, cards for rows on a phone, clean on paper. */
export const carriedStyle = `:root{color-scheme:light dark;--ink:#1f1d1a;--ink2:#5a554d;--paper:#fbf9f5;--edge:#857d70;--stop:#a32015;--accent:#0b5563}
@media (prefers-color-scheme:dark){:root{--ink:#eeeae2;--ink2:#bdb6a9;--paper:#191816;--edge:#8f877a;--stop:#ff9d8f;--accent:#7fd0dc}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-inline-size:60rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
h1,h2{line-height:1.25}h2{margin-block-start:3rem;border-block-start:1px solid var(--edge);padding-block-start:1rem}
fieldset{border:0;margin:0;padding:0;min-inline-size:0}
.field{margin-block:1.75rem;max-inline-size:44rem}.field.wide{max-inline-size:none}
.field>label,.field>legend{font-weight:600;display:block;padding:0}
.hint,.quiet,.optional{color:var(--ink2);font-weight:400}.error{color:var(--stop);font-weight:600}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=radio],[type=checkbox]),select,textarea{background:transparent;border:1px solid var(--edge);border-radius:4px;padding:.45rem;min-block-size:2.75rem;max-inline-size:100%}
option{color:#000;background:#fff}
textarea,.full,td input,td select{inline-size:100%}
.choice{display:flex;gap:.5rem;align-items:baseline;padding-block:.35rem}
.with-unit{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
table{inline-size:100%;border-collapse:collapse}th,td{text-align:start;padding:.35rem .5rem .35rem 0;vertical-align:top;font-weight:400}
thead th{color:var(--ink2);font-size:.9rem}.figure{text-align:end}
.button{border:1px solid var(--edge);border-radius:4px;background:transparent;padding:.6rem 1rem;min-block-size:2.75rem;cursor:pointer}
.button.main{background:var(--accent);border-color:var(--accent);color:var(--paper);font-weight:600}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[hidden]{display:none!important}
@media screen and (max-width:44rem){.cards,.cards tbody,.cards tr,.cards td,.cards tbody th{display:block}.cards thead{display:none}.cards tr{padding-block:.75rem;border-block-start:1px solid var(--edge)}.cards td::before{content:attr(data-label);color:var(--ink2);font-size:.9rem}}
@media print{body{padding:0;color:#000;background:#fff}button,noscript,#state{display:none!important}textarea{min-block-size:8rem}}
`;
