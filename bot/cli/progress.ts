/** Shows how far long work is, on standard error: a bar on a terminal, a line each 10 % elsewhere. */
export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

/** A progress display with a fixed title. Silent until the first update. */
export function createProgress(title: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  let shown = -1;
  return {
    update(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
      if (percent === shown || (!stream.isTTY && Math.floor(percent / 10) === Math.floor(shown / 10))) return;
      shown = percent;
      const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░');
      if (stream.isTTY) stream.write(`\r${title} ${bar} ${percent} % (${done}/${total})`);
      else stream.write(`${title}: ${percent} % (${done}/${total})\n`);
    },
    end() {
      if (shown >= 0 && stream.isTTY) stream.write('\n');
    },
  };
}
