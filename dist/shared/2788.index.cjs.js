"use strict";exports.id=2788,exports.ids=[2788],exports.modules={22788:(function(R,l,p){p.d(l,{completionOf:()=>_});var f=p(32632);const d={bash:u,zsh:h,fish:P},_=(e,o)=>async({arguments:[n=""]},s)=>{const a=Object.hasOwn(d,n)?d[n]:void 0;if(a===void 0)return(0,f.x)(s,`no completion for \`${n}\``,"name bash, zsh or fish");const c=await Promise.all(e.map(async t=>({row:t,options:[...(await t.load()).options,...o]})));return s.stdout(a(c)),0};function u(e){return`# Put into ~/.bashrc: source <(transship completion bash)
_transship() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # To bash, --style=exact is three words.
  [ "$word" != = ] || word=
  [ "$before" != = ] || before=\${COMP_WORDS[COMP_CWORD - 2]}
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '${e.map(({row:n})=>n.name).join(" ")} help' -- "$word"))
    return
  fi
  case "$COMP_CWORD \${COMP_WORDS[1]} $word" in
    *' -'*) ;;
${e.flatMap(({row:n})=>i(n).length===0?[]:[`    '2 ${n.name} '*) COMPREPLY=($(compgen -W '${i(n).join(" ")}' -- "$word")); return ;;
`]).join("")}  esac
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
`}function h(e){const o=e.map(({row:s})=>`    ${m(`${s.name}:${r(s.summary)}`)}
`),n=e.map(({row:s,options:a})=>{const c=a.map($=>` \\
        ${m(O($))}`).join(""),t=i(s).length===0?"":` '1:what:(${i(s).join(" ")})'`;return`      ${s.name}) _arguments${c}${t} '*:file:_files' ;;
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
`}function O({name:e,value:o,choices:n,many:s,summary:a}){const c=r(a).replaceAll("[","(").replaceAll("]",")"),t=n!==void 0?`:${o}:(${n.join(" ")})`:o===void 0?"":`:${o}:_files`;return`${s===!0?"*":""}--${e}[${c}]${t}`}function P(e){return`# Put into ~/.config/fish/config.fish: transship completion fish | source
${e.flatMap(({row:n,options:s})=>[`complete -c transship -n __fish_use_subcommand -f -a ${n.name} -d ${m(r(n.summary))}
`,...i(n).map(a=>`complete -c transship -n '__fish_seen_subcommand_from ${n.name}; and test (count (commandline -opc)) -eq 2' -f -a ${a}
`),...s.map(a=>{const{name:c,value:t,choices:$,summary:C}=a,M=$!==void 0?` -x -a ${m($.join(" "))}`:t===void 0?"":" -r";return`complete -c transship -n '__fish_seen_subcommand_from ${n.name}' -l ${c}${M} -d ${m(r(C))}
`})]).join("")}`}const i=({usage:e})=>e.includes("|")?e.split("|").flatMap(o=>/^\[?([a-z]+)(?![A-Za-z])/.exec(o)?.[1]??[]):[],r=e=>e.replaceAll("`","").replaceAll(":"," -").replace(/\.$/,""),m=e=>`'${e.replaceAll("'","'\\''")}'`})};
