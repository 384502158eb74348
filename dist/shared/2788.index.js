const R=2788,j=[2788],b={22788:(function(M,d,r){r.d(d,{completionOf:()=>f});var l=r(32632);const p={bash:u,zsh:_,fish:O},f=(e,a)=>async({arguments:[n=""]},s)=>{const o=Object.hasOwn(p,n)?p[n]:void 0;if(o===void 0)return(0,l.x)(s,`no completion for \`${n}\``,"name bash, zsh or fish");const c=await Promise.all(e.map(async t=>({row:t,options:[...(await t.load()).options,...a]})));return s.stdout(o(c)),0};function u(e){return`# Put into ~/.bashrc: source <(transship completion bash)
_transship() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '${e.map(({row:n})=>n.name).join(" ")} help' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${e.flatMap(({row:n,options:s})=>s.flatMap(o=>o.choices===void 0?[]:[`    '${n.name} --${o.name}') COMPREPLY=($(compgen -W '${o.choices.join(" ")}' -- "$word")); return ;;
`])).join("")}  esac
  case "$word" in
    -*)
      case "\${COMP_WORDS[1]}" in
${e.map(({row:n,options:s})=>`        ${n.name}) COMPREPLY=($(compgen -W '${s.map(({name:o})=>`--${o}`).join(" ")}' -- "$word")) ;;
`).join("")}      esac
      ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _transship transship
`}function _(e){const a=e.map(({row:s})=>`    ${i(`${s.name}:${m(s.summary)}`)}
`),n=e.map(({row:s,options:o})=>{const c=o.map(t=>` \\
        ${i(h(t))}`).join("");return`      ${s.name}) _arguments${c} '*:file:_files' ;;
`});return`#compdef transship
# Put into ~/.zshrc, behind compinit: source <(transship completion zsh)
_transship() {
  local -a commands
  commands=(
${a.join("")}  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
  else
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
${n.join("")}    esac
  fi
}
compdef _transship transship
`}function h({name:e,value:a,choices:n,summary:s}){const o=m(s).replaceAll("[","(").replaceAll("]",")"),c=n!==void 0?`:${a}:(${n.join(" ")})`:a===void 0?"":`:${a}:_files`;return`--${e}[${o}]${c}`}function O(e){return`# Put into ~/.config/fish/config.fish: transship completion fish | source
${e.flatMap(({row:n,options:s})=>[`complete -c transship -n __fish_use_subcommand -f -a ${n.name} -d ${i(m(n.summary))}
`,...s.map(o=>{const{name:c,value:t,choices:$,summary:P}=o,C=$!==void 0?` -x -a ${i($.join(" "))}`:t===void 0?"":" -r";return`complete -c transship -n '__fish_seen_subcommand_from ${n.name}' -l ${c}${C} -d ${i(m(P))}
`})]).join("")}`}const m=e=>e.replaceAll("`","").replaceAll(":"," -").replace(/\.$/,""),i=e=>`'${e.replaceAll("'","'\\''")}'`})};export{R as id,j as ids,b as modules};
