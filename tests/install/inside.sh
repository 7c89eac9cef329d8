#!/bin/sh
# Runs a program in another system's root: `inside.sh ROOT PROGRAM [ARGUMENT …]`.
#
# Its mounts are its own and go with it, its processes end with it, its network is ours.
# AS=UID:GID runs it as someone else, and READ_ONLY=1 lets it write to /data alone.
set -eu
if [ "$1" != --mount ]; then
    exec unshare --mount --pid --fork --kill-child=KILL "$0" --mount "$@"
fi
root=$2
shift 2
on() { if [ -d "$root$1" ]; then shift; mount "$@"; fi; }

if [ -n "${READ_ONLY:-}" ]; then
    mount --bind "$root" "$root"
    mount -o remount,bind,ro "$root"
    mount -t tmpfs -o "mode=0700,uid=${AS%:*},gid=${AS#*:}" tmpfs "$root/data"
else
    on /tmp -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    on /run -t tmpfs -o mode=0755 tmpfs "$root/run"
    on /var/cache/apt/archives --bind "${KEPT_PACKAGES:-$root/var/cache/apt/archives}" "$root/var/cache/apt/archives"
    if [ -d /tmp/.X11-unix ]; then
        mkdir "$root/tmp/.X11-unix"
        mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    fi
fi
on /proc -t proc proc "$root/proc"
on /dev/shm -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
on /dev/pts -t devpts devpts "$root/dev/pts"

exec env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    chroot --userspec="${AS:-0:0}" "$root" "$@"
