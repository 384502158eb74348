# Prints what stands at a path of a JSON document as `jq -r .PATH` does, for images without jq: text as it is, anything
# else laid out with two blanks. The path has names, names in quotes and numbers in brackets: a.b, a."b-c", a[0].
# 3: no such path; 2: no JSON; 5: a part of the document is no object or array.

BEGIN { RS = "\001"; steps = read_path(path) }

{ text = text (NR > 1 ? "\001" : "") $0 }

END {
  if (failed) exit failed
  at = 1
  found = value_at(1)
  blanks()
  if (at <= length(text)) fail(2, "the document goes on behind its end")
  if (failed) exit failed
  if (found ~ /^"/) print plain(found)
  else print found
}

function fail(status, message) {
  if (failed) return
  failed = status
  print "jq: error: " message | "cat 1>&2"
  close("cat 1>&2")
}

function read_path(rest,   count, key, taken) {
  while (rest != "") {
    if (rest ~ /^\./) rest = substr(rest, 2)
    if (match(rest, /^[A-Za-z_][A-Za-z0-9_]*/)) {
      taken = RLENGTH
      key = substr(rest, 1, taken)
    } else if (match(rest, /^"([^"\\]|\\.)*"/)) {
      taken = RLENGTH
      key = plain(substr(rest, 1, taken))
    } else if (match(rest, /^\["([^"\\]|\\.)*"\]/)) {
      taken = RLENGTH
      key = plain(substr(rest, 2, taken - 2))
    } else if (match(rest, /^\[[0-9]+\]/)) {
      taken = RLENGTH
      key = substr(rest, 2, taken - 2)
      is_index[count + 1] = 1
    } else {
      fail(3, "only plain paths can be read without jq: " path)
      return 0
    }
    count++
    step[count] = key
    rest = substr(rest, taken + 1)
    if (rest != "" && rest !~ /^[.\[]/) {
      fail(3, "only plain paths can be read without jq: " path)
      return 0
    }
  }
  return count + 0
}

function blanks() {
  if (match(substr(text, at), /^[ \t\r\n]+/)) at += RLENGTH
}

# The value at the rest of the path, from step `level`, of the value that begins here; "null" where there is none.
function value_at(level,   first, found, key, value, number) {
  if (level > steps) return value_here("")
  blanks()
  first = substr(text, at, 1)
  found = "null"
  if (first == "{" && !is_index[level]) {
    at++
    blanks()
    if (substr(text, at, 1) == "}") { at++; return found }
    while (!failed) {
      blanks()
      key = plain(string_here())
      colon()
      if (key == step[level]) found = value_at(level + 1)
      else value_here("")
      if (!comma("}")) break
    }
    return found
  }
  if (first == "[" && is_index[level]) {
    at++
    blanks()
    if (substr(text, at, 1) == "]") { at++; return found }
    for (number = 0; !failed; number++) {
      if (number == step[level] + 0) found = value_at(level + 1)
      else value_here("")
      if (!comma("]")) break
    }
    return found
  }
  value = value_here("")
  if (value != "null") fail(5, "Cannot index " (first == "[" ? "array" : first == "{" ? "object" : "text or number") " with \"" step[level] "\"")
  return found
}

function colon() {
  blanks()
  if (substr(text, at, 1) != ":") fail(2, "a colon is missing at character " at)
  at++
}

# Whether another member follows.
function comma(end,   sign) {
  blanks()
  sign = substr(text, at, 1)
  at++
  if (sign == ",") return 1
  if (sign != end) fail(2, "`" end "` is missing at character " (at - 1))
  return 0
}

function string_here(   begin) {
  if (!match(substr(text, at), /^"([^"\\]|\\.)*"/)) {
    fail(2, "no text at character " at)
    return "\"\""
  }
  begin = at
  at += RLENGTH
  return substr(text, begin, RLENGTH)
}

# The value that begins here, laid out.
function value_here(indent,   first, begin, out, inner, key) {
  blanks()
  first = substr(text, at, 1)
  if (first == "\"") return normal(string_here())
  if (first == "{" || first == "[") {
    at++
    blanks()
    inner = indent "  "
    if (substr(text, at, 1) == (first == "{" ? "}" : "]")) {
      at++
      return first == "{" ? "{}" : "[]"
    }
    out = first
    while (!failed) {
      blanks()
      out = out (out == first ? "" : ",") "\n" inner
      if (first == "{") {
        key = normal(string_here())
        colon()
        out = out key ": "
      }
      out = out value_here(inner)
      if (!comma(first == "{" ? "}" : "]")) break
    }
    return out "\n" indent (first == "{" ? "}" : "]")
  }
  if (match(substr(text, at), /^(true|false|null|-?[0-9][0-9.eE+-]*)/)) {
    begin = at
    at += RLENGTH
    return substr(text, begin, RLENGTH)
  }
  fail(2, "no value at character " at)
  return "null"
}

# A text in JSON with the escapes that jq writes. Without gsub, whose backslashes mean something else in every awk.
function normal(quoted,   out, i, sign) {
  if (quoted !~ /\\[u\/]/) return quoted
  quoted = plain(quoted)
  for (i = 1; i <= length(quoted); i++) {
    sign = substr(quoted, i, 1)
    if (sign == "\\" || sign == "\"") sign = "\\" sign
    else if (sign == "\n") sign = "\\n"
    else if (sign == "\r") sign = "\\r"
    else if (sign == "\t") sign = "\\t"
    out = out sign
  }
  return "\"" out "\""
}

function plain(quoted,   out, rest, code, low) {
  rest = substr(quoted, 2, length(quoted) - 2)
  while (match(rest, /\\/)) {
    out = out substr(rest, 1, RSTART - 1)
    code = substr(rest, RSTART + 1, 1)
    rest = substr(rest, RSTART + 2)
    if (code == "n") out = out "\n"
    else if (code == "t") out = out "\t"
    else if (code == "r") out = out "\r"
    else if (code == "b") out = out "\b"
    else if (code == "f") out = out "\f"
    else if (code == "u") {
      code = number_of(substr(rest, 1, 4))
      rest = substr(rest, 5)
      if (code >= 55296 && code <= 56319 && rest ~ /^\\u[dD][c-fC-F]/) {
        low = number_of(substr(rest, 3, 4))
        rest = substr(rest, 7)
        code = 65536 + (code - 55296) * 1024 + (low - 56320)
      }
      out = out utf8(code)
    } else out = out code
  }
  return out rest
}

function number_of(hex,   i, n) {
  hex = tolower(hex)
  for (i = 1; i <= length(hex); i++) n = n * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1
  return n
}

function utf8(code) {
  if (code < 128) return sprintf("%c", code)
  if (code < 2048) return sprintf("%c%c", 192 + int(code / 64), 128 + code % 64)
  if (code < 65536)
    return sprintf("%c%c%c", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64)
  return sprintf("%c%c%c%c", 240 + int(code / 262144), 128 + int(code / 4096) % 64, 128 + int(code / 64) % 64, 128 + code % 64)
}
