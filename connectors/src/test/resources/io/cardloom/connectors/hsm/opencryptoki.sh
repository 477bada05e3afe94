# Runs "$@" beside a slot daemon of its own with a fresh soft token; in a namespace of its own, so that nothing of
# the machine's opencryptoki is touched and everything ends with the shell.
# usage: opencryptoki.sh LABEL PIN COMMAND...
set -eu
label=$1 pin=$2
shift 2
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /var/lib/opencryptoki
mkdir -p /run/opencryptoki /run/lock/opencryptoki/swtok /var/lib/opencryptoki/swtok/TOK_OBJ
chown -R root:pkcs11 /run/opencryptoki /run/lock/opencryptoki /var/lib/opencryptoki
chmod -R 770 /run/lock/opencryptoki /var/lib/opencryptoki
/usr/sbin/pkcsslotd
slot=$(pkcsconf -t | sed -n '/^Token #/{s/Token #\([0-9]*\).*/\1/;h};/SoftTok/{g;p;q}')
printf '%s\n' "$label" | pkcsconf -c "$slot" -I -S 87654321
pkcsconf -c "$slot" -P -S 87654321 -n 31415926
pkcsconf -c "$slot" -u -S 31415926 -n 11111111
pkcsconf -c "$slot" -p -U 11111111 -n "$pin"
"$@"
