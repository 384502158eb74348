"use strict";exports.id=2788,exports.ids=[2788],exports.modules={22788:(function(M,d,r){r.d(d,{completionOf:()=>f});var l=r(32632);const p={bash:u,zsh:_,fish:O},f=(e,o)=>async({arguments:[n=""]},s)=>{const a=Object.hasOwn(p,n)?p[n]:void 0;if(a===void 0)return(0,l.x)(s,`no completion for \`${n}\``,"name bash, zsh or fish");const c=await Promise.all(e.map(async i=>({row:i,options:[...(await i.load()).options,...o]})));return s.stdout(a(c)),0};function u(e){return`# Put into ~/.bashrc: source <(transship completion bash)
_transship() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '${e.map(({row:n})=>n.name).join(" ")} help' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${e.flatMap(({row:n,options:s})=>s.flatMap(a=>a.choices===void 0?[]:[`    '${n.name} --${a.name}') COMPREPLY=($(compgen -W '${a.choices.join(" ")}' -- "$word")); return ;;
`])).join("")}  esac
  case "$word" in
    -*)
      case "\${COMP_WORDS[1]}" in
${e.map(({row:n,options:s})=>`        ${n.name}) COMPREPLY=($(compgen -W '${s.map(({name:a})=>`--${a}`).join(" ")}' -- "$word")) ;;
`).join("")}      esac
      ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _transship transship
`}function _(e){const o=e.map(({row:s})=>`    ${t(`${s.name}:${m(s.summary)}`)}
`),n=e.map(({row:s,options:a})=>{const c=a.map(i=>` \\
        ${t(h(i))}`).join("");return`      ${s.name}) _arguments${c} '*:file:_files' ;;
`});return`#compdef transship
# Put into ~/.zshrc, behind compinit: source <(transship completion zsh)
_transship() {
  local -a commands
  commands=(
${o.join("")}  )
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
`}function h({name:e,value:o,choices:n,summary:s}){const a=m(s).replaceAll("[","(").replaceAll("]",")"),c=n!==void 0?`:${o}:(${n.join(" ")})`:o===void 0?"":`:${o}:_files`;return`--${e}[${a}]${c}`}function O(e){return`# Put into ~/.config/fish/config.fish: transship completion fish | source
${e.flatMap(({row:n,options:s})=>[`complete -c transship -n __fish_use_subcommand -f -a ${n.name} -d ${t(m(n.summary))}
`,...s.map(a=>{const{name:c,value:i,choices:$,summary:P}=a,C=$!==void 0?` -x -a ${t($.join(" "))}`:i===void 0?"":" -r";return`complete -c transship -n '__fish_seen_subcommand_from ${n.name}' -l ${c}${C} -d ${t(m(P))}
`})]).join("")}`}const m=e=>e.replaceAll("`","").replaceAll(":"," -").replace(/\.$/,""),t=e=>`'${e.replaceAll("'","'\\''")}'`})};
