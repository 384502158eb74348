# What envsubst does, for images without it. The end of the last line stays as it is.
BEGIN { RS = "\001" }
{
  rest = rest (NR > 1 ? "\001" : "") $0
}
END {
  while (match(rest, /\$([A-Za-z_][A-Za-z0-9_]*|\{[A-Za-z_][A-Za-z0-9_]*\})/)) {
    printf "%s", substr(rest, 1, RSTART - 1)
    name = substr(rest, RSTART + 1, RLENGTH - 1)
    rest = substr(rest, RSTART + RLENGTH)
    gsub(/[{}]/, "", name)
    printf "%s", ENVIRON[name]
  }
  printf "%s", rest
}
