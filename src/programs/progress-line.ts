/** Progress for people who watch a terminal; one plain line a step for logs. */
export interface Progress {
  step(what: string, done: number, total: number): void;
  done(what: string): void;
}

export function progressLine(out: NodeJS.WriteStream): Progress {
  let shown = '';
  const replace = (text: string) => {
    if (out.isTTY) out.write(`\r${text.padEnd(shown.length)}`);
    shown = text;
  };
  return {
    step: (what, done, total) => {
      const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
      const text = `  ${what} ${percent} %`;
      if (text !== shown) replace(text);
    },
    done: (what) => {
      if (out.isTTY && shown) out.write(`\r${' '.repeat(shown.length)}\r`);
      shown = '';
      if (what) out.write(`  ${what}\n`);
    },
  };
}
