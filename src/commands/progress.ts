/** A progress bar on a terminal; where the output goes to a file, it stays silent. */
export function progress(
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): (done: number, name: string) => void {
  if (!stream.isTTY || total < 2) return () => undefined;
  const width = 24;
  return (done, name) => {
    const filled = Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    const line = `${bar} ${done}/${total} ${name}`.slice(0, (stream.columns || 80) - 1);
    stream.write(`\r\x1b[K${done === total ? '' : line}`);
  };
}
