"""Runs a program on a terminal of its own: on-terminal.py STEPS PROGRAM ARGUMENT...

STEPS is a JSON list of [what is waited for, what is typed then]. Prints {"code", "shown"} as JSON; a program that does
not end in time is killed, and its code is that of the signal.
"""

import json
import os
import pty
import select
import signal
import sys
import time

SECONDS = 100

steps = json.loads(sys.argv[1])
process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

shown = b""
seen = 0
deadline = time.monotonic() + SECONDS
while True:
    if time.monotonic() > deadline:
        os.kill(process, signal.SIGKILL)
    readable, _, _ = select.select([terminal], [], [], 1)
    if readable:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # Linux says so where the program has closed the terminal.
            break
        if not chunk:
            break
        shown += chunk
    if steps and (found := shown.find(steps[0][0].encode(), seen)) >= 0:
        awaited, typed = steps.pop(0)
        seen = found + len(awaited.encode())
        os.write(terminal, typed.encode())

_, status = os.waitpid(process, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps({"code": code, "shown": shown.decode()}))
