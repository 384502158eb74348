// What every machine of the kind has, whatever its image: the shell's own words, and the packages that
// Debian and Ubuntu call essential.

import { words } from './facts.ts';

/** Bash's builtins and keywords that stand where a command may. */
export const builtins: ReadonlySet<string> = new Set(
  words(`: . [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo
    enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf
    pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit
    umask unalias unset wait`),
);

/** Packages that are essential on Debian and Ubuntu, and what apt brings. */
export const essential: ReadonlySet<string> = new Set(
  words(`apt apt-cache apt-config apt-get apt-key apt-mark arch awk b2sum base32 base64 basename bash cat chgrp chmod
    chown chroot chpasswd cksum clear cmp comm cp csplit cut dash date dd debconf-set-selections deb-systemd-helper df
    diff diff3 dir dircolors dirname dmesg dpkg dpkg-deb dpkg-query dpkg-reconfigure du echo egrep env expand expr
    factor false fgrep find flock fmt fold getconf getent getopt grep groupadd groupdel groupmod groups gunzip gzip head
    hostid hostname iconv id install ionice join kill last ldconfig ldd link ln locale localedef logger login logname ls
    lsblk lscpu mawk md5sum mesg mkdir mkfifo mknod mkswap mktemp more mount mountpoint mv newgrp nice nl nohup nproc
    nsenter numfmt od passwd paste pathchk perl pidof pinky pr printenv printf ptx pwd readlink realpath rename.ul
    renice reset rm rmdir run-parts runuser sdiff sed seq service setarch setpriv setsid sh sha1sum sha224sum sha256sum
    sha384sum sha512sum shred shuf sleep sort split start-stop-daemon stat stdbuf stty su sum sync tac tail tar taskset
    tee tempfile test timeout touch tput tr true truncate tsort tty tzselect umount uname unexpand uniq unlink unshare
    update-alternatives update-rc.d useradd userdel usermod users vdir wall wc which who whoami xargs yes zcat zdiff
    zdump zgrep zless zmore`),
);

/** What Ubuntu's server image adds, and the runner's user finds. */
export const ubuntuServer: ReadonlySet<string> = new Set(
  words(`add-apt-repository apt-add-repository adduser addgroup bc crontab deluser delgroup ed envsubst free gettext gpg gpgv htop
    ifconfig info iptables journalctl killall less lesspipe lsb_release lsmod lsof lspci ltrace man modprobe nano
    ncurses6-config networkctl openssl pgrep pkill ps pstree screen slogin snap ssh-copy-id strace sysctl systemctl
    tmux top traceroute ufw update-ca-certificates update-locale uptime uuidgen vi vim vmstat w watch whois xxd
    python3.12 python3-config make gmake prove perldoc pod2man pod2text xsubpp corelist h2ph json_pp docker-compose-v2 git-upload-pack xdg-open`),
);

/** `buildpack-deps` of Debian, on which the full official images of languages stand. */
export const buildpackDeps: ReadonlySet<string> = new Set(
  words(`autoconf autoreconf automake aclocal bunzip2 bzip2 bzcat c++ cc cpp curl curl-config file free g++ gcc git gpg hg
    identify convert imake killall ld libtoolize m4 make msgfmt mysql_config ar as nm objdump openssl patch pg_config
    pgrep pkg-config pkill ps scp sftp ssh ssh-add ssh-agent ssh-keygen ssh-keyscan strings strip svn top unzip uptime
    wget xml2-config xslt-config xz unxz zip`),
);
