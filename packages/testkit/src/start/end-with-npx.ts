/**
 * Preloaded by `pnpm start`: ends this process when the `npx` that started it is gone. npx hands no signal down to what it runs, so
 * without this, stopping it would leave the server behind on its port. Only Linux is watched; elsewhere, and without npx,
 * this does nothing. Ctrl-C reaches the server by itself everywhere.
 */
import { readFileSync } from 'node:fs';

const every = 1000;
const farthest = 8;

const watched = process.platform === 'linux' ? ancestor(process.ppid, farthest) : undefined;
if (watched !== undefined) {
  const timer = setInterval(() => {
    if (startOf(watched.pid) === watched.start) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, every);
  timer.unref();
}

/** The nearest ancestor that is npx. Its start time tells it from a later process with the same number. */
function ancestor(pid: number, steps: number): { readonly pid: number; readonly start: string } | undefined {
  const start = startOf(pid);
  if (start === undefined || steps === 0 || pid <= 1) return undefined;
  if (readProc(pid, 'cmdline')?.startsWith('npm exec ') === true) return { pid, start };
  return ancestor(Number(statOf(pid)?.[1]), steps - 1);
}

/** Fields of `/proc/PID/stat` after the name, which may itself hold spaces: state, parent, … */
function statOf(pid: number): readonly string[] | undefined {
  return readProc(pid, 'stat')?.split(') ').at(-1)?.split(' ');
}

/** In clock ticks since boot; undefined when there is no such process or only its remains. */
function startOf(pid: number): string | undefined {
  const fields = statOf(pid);
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
}

function readProc(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}
