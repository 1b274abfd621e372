#!/bin/sh
# Runs inside fresh mount, network and process-id namespaces: makes a world in which a pcscd sees only the
# virtual reader, then becomes the process that starts it. What is mounted here is seen by nobody else.
# $1 folder for pcscd's socket, $2 pcscd's folder of drivers, the rest is the command to become.
set -eu
folder=$1
drivers=$2
shift 2

mount --make-rprivate /
ip link set lo up

# The drivers of USB readers must not be found: a second pcscd would take the machine's readers away.
mount -t tmpfs -o mode=0755 none "$drivers"

# pcscd puts its socket into /run/pcscd, wherever the machine keeps that folder.
mount --bind "$folder" /mnt
if [ ! -d /run/pcscd ]; then
  mount -t tmpfs -o mode=0755 none /run
  mkdir /run/pcscd
fi
mount --move /mnt /run/pcscd 2>/dev/null || mount --bind /mnt /run/pcscd

exec "$@"
