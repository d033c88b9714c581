/**
 * Run a task while no other tab runs one of the same name.
 *
 * Web Locks do not exist on plain http: there, tabs only take turns within themselves,
 * which is safe, since the server recognises what is sent twice. Says whether it ran.
 */
export async function alone(name: string, task: () => Promise<void>): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks) {
    return locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await task();
      return lock !== null;
    });
  }
  if (running.has(name)) return false;
  running.add(name);
  try {
    await task();
    return true;
  } finally {
    running.delete(name);
  }
}

const running = new Set<string>();
