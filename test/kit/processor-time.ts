/**
 * Begins to count the processor time of this process, all its threads together. The function it gives says the milliseconds
 * since then: what a piece of work costs, however long a busy machine let it wait for its turn. What hangs without working
 * is caught by the time limit of the test.
 */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}
