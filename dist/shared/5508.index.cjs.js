"use strict";exports.id=5508,exports.ids=[5508],exports.modules={75508:(function(m,s,i){i.r(s),i.d(s,{renderDiff:()=>c});var o=i(99601),f=i(35407);function c({files:n,removals:t}){return[...n.map(a),...t.map(u)].join("")}function u({path:n,text:t}){const e=(0,o.ss)(`a/${n}`,"/dev/null",t,"",void 0,void 0,{context:3,headerOptions:o.jr}),d=t.startsWith("#!")?"100755":"100644";return`diff --git a/${n} b/${n}
deleted file mode ${d}
${e}`}function a({file:n,state:t}){if(t.kind==="equal")return"";const e=t.kind==="new"||t.kind==="blocked",d=(0,f.RK)(n.path),l=(0,o.ss)(e?"/dev/null":`a/${d}`,`b/${d}`,e?"":t.text,n.content,void 0,void 0,{context:3,headerOptions:o.jr}),$=n.content.startsWith("#!")?"100755":"100644";return`${`diff --git a/${d} b/${d}
`}${e?`new file mode ${$}
`:""}${r(l)}`}const r=n=>n.split(`
`).map(t=>t.split("	").map(f.RK).join("	")).join(`
`)})};
