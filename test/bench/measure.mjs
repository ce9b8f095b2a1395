// What the parts of the bench share: time, medians with their spread, tables.

/** Milliseconds that this process has worked: what else runs on the machine does not count. */
export function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Adds what the work took to a sum of this name. */
export function timed(sums, name, work) {
  const start = cpu();
  const result = work();
  sums.set(name, (sums.get(name) ?? 0) + cpu() - start);
  return result;
}

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** A median with the least and the most: "0.58 (0.56 to 0.61)". */
export function spread(list, digits = 2) {
  const [low, high] = [Math.min(...list), Math.max(...list)].map((value) => value.toFixed(digits));
  return `${median(list).toFixed(digits)} (${low} to ${high})`;
}

/** A table of Markdown; columns after the first are numbers. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  return `\n${line(head)}${line(head.map((_, i) => (i === 0 ? '---' : '--:')))}${rows.map(line).join('')}`;
}
