"""Times one command: `clock.py OUTPUT COMMAND…`, the command's standard output going to OUTPUT.

Prints seconds, CPU seconds, peak memory in KB, and the exit status. A process of its own, and a small one,
because a child's peak begins at that of the process it is started from. OUTPUT `-` stops the clock at the
command's first byte.
"""

import json
import os
import subprocess
import sys
import time

output, *command = sys.argv[1:]
stdout = subprocess.PIPE if output == "-" else os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
start = time.perf_counter()
process = subprocess.Popen(command, stdout=stdout)
if process.stdout:
    os.read(process.stdout.fileno(), 1)
    seconds = time.perf_counter() - start
    process.stdout.read()
_, status, usage = os.wait4(process.pid, 0)
if not process.stdout:
    seconds = time.perf_counter() - start
process.returncode = os.waitstatus_to_exitcode(status)
cpu = usage.ru_utime + usage.ru_stime
print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": usage.ru_maxrss, "status": process.returncode}))
