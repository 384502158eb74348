const h=9396,O=[9396],_={79396:(function(m,s,o){o.r(s),o.d(s,{renderDiff:()=>c});var i=o(99601),f=o(35407);function c({files:n,removals:t}){return[...n.map(a),...t.map(r)].join("")}function r({path:n,text:t}){const e=(0,i.ss)(`a/${n}`,"/dev/null",t,"",void 0,void 0,{context:3,headerOptions:i.jr}),d=t.startsWith("#!")?"100755":"100644";return`diff --git a/${n} b/${n}
deleted file mode ${d}
${e}`}function a({file:n,state:t}){if(t.kind==="equal")return"";const e=t.kind==="new"||t.kind==="blocked",d=(0,f.RK)(n.path),l=(0,i.ss)(e?"/dev/null":`a/${d}`,`b/${d}`,e?"":t.text,n.content,void 0,void 0,{context:3,headerOptions:i.jr}),$=n.content.startsWith("#!")?"100755":"100644";return`${`diff --git a/${d} b/${d}
`}${e?`new file mode ${$}
`:""}${u(l)}`}const u=n=>n.split(`
`).map(t=>t.split("	").map(f.RK).join("	")).join(`
`)})};export{h as id,O as ids,_ as modules};
