"""What keeps a student's process from harm on Linux: limits, namespaces and Landlock.

Run as a script around the child: it confines itself, then becomes the child. Each protection that
took effect is named on the status descriptor before any of the student's code runs, so that a
report can say which were active.
"""

import contextlib
import ctypes
import json
import os
import resource
import stat
import struct
import sys

NEW_USER, NEW_PID, NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
NEW_IPC, NEW_MOUNTS = 0x08000000, 0x00020000
MOUNT_READ_ONLY, MOUNT_NO_SUID, MOUNT_REMOUNT, MOUNT_BIND = 1, 2, 32, 4096
MOUNT_RECURSIVE, MOUNT_PRIVATE = 16384, 1 << 18
SET_DEATH_SIGNAL, SET_DUMPABLE, NO_NEW_PRIVILEGES = 1, 4, 38
KILL = 9
NOBODY = 65534
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
READ = EXECUTE | READ_FILE | READ_DIR

libc = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    """Call a function of the C library; raise OSError if it fails."""
    if getattr(libc, name)(*arguments) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)


def limit(limits):
    """Limit processor time, memory, file size, open files and processes."""
    for name, value in limits.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def enter_namespaces():
    """Enter namespaces with processes and mounts of their own, and without a network."""
    user, group = os.getuid(), os.getgid()
    own_user = NEW_USER if user != 0 else 0  # root needs none to be allowed
    call("unshare", own_user | NEW_MOUNTS | NEW_NETWORK | NEW_IPC | NEW_PID)
    if own_user:
        for name, text in {
            "setgroups": "deny",
            "uid_map": f"{user} {user} 1",
            "gid_map": f"{group} {group} 1",
        }.items():
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)


def enter_own_root(root, readable, writable, hidden):
    """Make a file tree that holds these paths only, without those hidden, and enter it."""
    mount(None, "/", None, MOUNT_RECURSIVE | MOUNT_PRIVATE)
    mount("tmpfs", root, "tmpfs", MOUNT_NO_SUID)
    os.chmod(root, 0o755)
    done = []
    for path in sorted({*readable, *writable}, key=len):
        inside = any(path.startswith(f"{other.rstrip('/')}/") for other in done)
        if not os.path.exists(path) or (inside and path not in writable):
            continue
        done.append(path)
        show(path, root + path, read_only=path not in writable)
    for path in hidden:
        if os.path.isdir(root + path):
            mount("tmpfs", root + path, "tmpfs", MOUNT_NO_SUID)
    os.chroot(root)


def show(path, target, read_only):
    """Let a path of this machine appear in the new tree."""
    os.makedirs(os.path.dirname(target), mode=0o755, exist_ok=True)
    if os.path.isdir(path):
        os.makedirs(target, mode=0o755, exist_ok=True)
    elif not os.path.exists(target):
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY))
    mount(path, target, None, MOUNT_BIND | MOUNT_RECURSIVE)
    if read_only:
        # In a user namespace this may be refused for mounts that are locked; writing is then
        # refused by the files' owners and by Landlock.
        with contextlib.suppress(OSError):
            mount(None, target, None, MOUNT_BIND | MOUNT_REMOUNT | MOUNT_READ_ONLY | MOUNT_NO_SUID)


def mount(source, target, kind, flags):
    """Mount something, as the system call does it."""
    texts = [None if text is None else os.fsencode(text) for text in (source, target, kind)]
    call("mount", *texts, ctypes.c_ulong(flags), None)


def become_nobody():
    """Give up the rights of root for good."""
    if os.getuid() != 0:
        raise OSError("not root")
    if not os.path.exists("/proc/self") or everyone_reaches(sys.base_prefix):
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        return
    raise OSError("this Python lies in a folder that only its owner may enter")


def everyone_reaches(path):
    """Return whether users other than the owner may enter a folder."""
    parent = os.path.dirname(path)
    enters = os.stat(path).st_mode & stat.S_IXOTH
    return bool(enters) and (parent == path or everyone_reaches(parent))


def drop_capabilities():
    """Give up what the new user namespace granted."""
    header = struct.pack("Ii", 0x20080522, 0)
    call("capset", header, bytes(24))


def see_only(readable, writable, hidden):
    """Let the file system show these paths only, and nothing hidden in them (Landlock)."""
    version = libc.syscall(CREATE_RULESET, None, 0, 1)
    if version < 1:
        raise OSError("no Landlock")
    everything = (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(version, 16)) - 1
    handled = struct.pack("Q", everything)
    ruleset = libc.syscall(CREATE_RULESET, handled, len(handled), 0)
    if ruleset < 0:
        raise OSError("no Landlock ruleset")
    read = [rule for path in readable for rule in _around(path, hidden)]
    for path, allowed in [*read, *((path, everything) for path in writable)]:
        if os.path.exists(path):
            _allow(ruleset, path, allowed)
    call("prctl", NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if libc.syscall(RESTRICT_SELF, ruleset, 0) < 0:
        raise OSError("Landlock refused")
    os.close(ruleset)


def _around(path, hidden):
    """Return what may be done with a path and the paths in it, so that none hidden is read."""
    if path in hidden:
        return []
    if not any(holds(path, [other]) for other in hidden):
        return [(path, READ)]
    names = sorted(os.listdir(path)) if os.path.isdir(path) else []
    below = [rule for name in names for rule in _around(os.path.join(path, name), hidden)]
    return [(path, READ_DIR), *below]


def _allow(ruleset, path, allowed):
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    if not os.path.isdir(path):
        allowed &= EXECUTE | WRITE_FILE | READ_FILE | (1 << 14)
    rule = struct.pack("=Qi", allowed, folder)
    if libc.syscall(ADD_RULE, ruleset, 1, rule, 0) < 0:
        raise OSError(f"Landlock does not take {path}")
    os.close(folder)


def end_with(parent):
    """Let the kernel end this process when its parent ends, even if that was killed."""
    call("prctl", SET_DEATH_SIGNAL, KILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def reaches(path, allowed):
    """Return whether this process could read a file, or any of a folder but those allowed."""
    if path in allowed or os.path.islink(path):
        return False
    if os.path.isdir(path):
        try:
            names = os.listdir(path)
        except OSError:
            return False
        return any(reaches(os.path.join(path, name), allowed) for name in names)
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def holds(path, others):
    """Return whether one of these paths is a path, or lies in it."""
    return any(other == path or other.startswith(f"{path.rstrip('/')}/") for other in others)


def stand_between(parent):
    """Become the parent of the process that runs the student's code; end when it ends.

    The first process of the namespace takes all others with it when it is killed, and the student's
    code cannot touch it, because it is not its own process.
    """
    end_with(parent)  # new rights made the kernel forget it
    if os.fork() != 0:
        os._exit(os.waitstatus_to_exitcode(os.wait()[1]) & 0xFF)
    call("prctl", SET_DEATH_SIGNAL, KILL, 0, 0, 0)
    student = os.fork()
    if student != 0:
        call("prctl", SET_DUMPABLE, 0, 0, 0, 0)
        _wait_for(student)
    os.setsid()


def _wait_for(student):
    for descriptor in range(3, 64):
        with contextlib.suppress(OSError):
            os.close(descriptor)
    # Other children that end here are orphans of the student's code.
    while True:
        process, status = os.wait()
        if process == student:
            os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def main():
    """Confine this process as far as the machine allows, say how, and become the child."""
    plan = json.loads(sys.argv[1])
    status = int(sys.argv[2])
    needed = [*plan["readable"], *plan["writable"]]
    within = [path for path in plan["hidden"] if not holds(path, needed)]
    os.umask(0o022)
    end_with(plan["parent"])
    active = []
    with contextlib.suppress(OSError):
        enter_namespaces()
        stand_between(plan["parent"])
        active.append("no network, own processes")
        with contextlib.suppress(OSError):
            enter_own_root(plan["root"], plan["readable"], plan["writable"], within)
            active.append("own file tree")
    with contextlib.suppress(OSError):
        become_nobody()
        active.append("separate user")
    with contextlib.suppress(OSError):
        drop_capabilities()
    if not active or "own processes" not in active[0]:
        end_with(plan["parent"])
    call("prctl", SET_DUMPABLE, 0, 0, 0, 0)
    os.umask(0o077)
    limit(plan["limits"])
    active.append("limits")
    with contextlib.suppress(OSError):
        see_only(plan["readable"], plan["writable"], within)
        active.append("own files only")
    os.chdir(plan["writable"][0])
    allowed = {*plan["readable"], *plan["writable"], plan["root"]}
    if not any(reaches(path, allowed) for path in plan["hidden"]):
        active.append("answers out of reach")
    os.write(status, (json.dumps({"active": active}) + "\n").encode())
    sys.argv = [plan["child"], str(status), "confined", *plan["path"]]
    with open(plan["child"], encoding="utf-8") as file:
        exec(compile(file.read(), plan["child"], "exec"), {"__name__": "__main__"})


if __name__ == "__main__":
    main()
