# Puts the project's tools on PATH: `. .ci/env.sh`. Installs nothing; `.ci/install.sh` does that.
# The tools lie in one folder outside the checkout, which TRANSSHIP_TOOLS may name.
export TRANSSHIP_TOOLS="${TRANSSHIP_TOOLS:-${HOME:-/root}/.cache/transship-tools}"
# dockerd, iptables and debootstrap live in sbin, which a plain user's PATH may lack.
for transship_folder in /usr/sbin /sbin "$TRANSSHIP_TOOLS/bin"; do
  case ":$PATH:" in
    *":$transship_folder:"*) ;;
    *) PATH="$transship_folder:$PATH" ;;
  esac
done
unset transship_folder
export PATH
