# Caches of a case: one archive a key, never overwritten, kept for the events that follow. Paths within the workspace
# are relative to it, as those of the real action; the folder for temporary files has one name on GitHub, not here.
caches=$EQUIVALENCE_STATE/cache
mkdir -p "$caches"

restore() {
  while read -r key; do
    [ -n "$key" ] || continue
    # The newest one that begins so.
    found=
    for archive in "$caches/$key"*; do
      [ "$archive" = "${archive%.temporary}" ] || continue
      [ ! -e "$archive" ] || [ "$archive" -ot "${found:-$archive}" ] || found=$archive
    done
    [ -n "$found" ] || continue
    tar -C "$GITHUB_WORKSPACE" -xPf "$found"
    [ ! -e "$found.temporary" ] || tar -C "$RUNNER_TEMP" -xf "$found.temporary"
    [ "$found" != "$caches/$key" ] || echo 'cache-hit=true' >> "$GITHUB_OUTPUT"
    return 0
  done <<< "$KEYS"
}

save() {
  [ ! -e "$caches/$KEY" ] || return 0
  paths=() temporary=()
  while read -r path; do
    [ -n "$path" ] || continue
    [ "$path" = "${path#\~}" ] || path=$HOME${path#\~}
    [ -e "$path" ] || continue
    case $(realpath "$path")/ in
      "$GITHUB_WORKSPACE"/*) paths+=("$(realpath --relative-to="$GITHUB_WORKSPACE" "$path")") ;;
      "$(realpath "$RUNNER_TEMP")"/*) temporary+=("$(realpath --relative-to="$RUNNER_TEMP" "$path")") ;;
      *) paths+=("$(realpath "$path")") ;;
    esac
  done <<< "$PATHS"
  [ $((${#paths[@]} + ${#temporary[@]})) -gt 0 ] || return 0
  [ ${#temporary[@]} -eq 0 ] || tar -C "$RUNNER_TEMP" -cf "$caches/$KEY.temporary" "${temporary[@]}"
  tar -C "$GITHUB_WORKSPACE" -cPf "$caches/$KEY.new" -T /dev/null "${paths[@]}"
  mv "$caches/$KEY.new" "$caches/$KEY"
}
