/**
 * Begins to watch who works in this process. The function it gives says the share of the processor time since then that
 * this thread took, 0 to 1: what it hands to other threads is small, however busy the machine is.
 */
export function ownShare(): () => number {
  const own = process.threadCpuUsage();
  const all = process.cpuUsage();
  return () => sum(process.threadCpuUsage(own)) / sum(process.cpuUsage(all));
}

const sum = ({ user, system }: { user: number; system: number }): number => user + system;
