// git's `proc-receive` hook as GitHub's servers use it: it alone can give a push a reason of its own.

/** A hook that answers for every branch as GitHub does: `! [remote rejected] A -> A (REASON)`. */
export function refusingHook(reason: string, lines: readonly string[]): string {
  return `#!/usr/bin/env node
const send = (text) => process.stdout.write((text.length + 4).toString(16).padStart(4, '0') + text);
const flush = () => process.stdout.write('0000');
let data = Buffer.alloc(0);
let stage = 0;
const refs = [];
process.stdin.on('data', (chunk) => {
  data = Buffer.concat([data, chunk]);
  while (data.length >= 4) {
    const size = Number.parseInt(data.subarray(0, 4).toString(), 16);
    if (size === 0) {
      data = data.subarray(4);
      stage += 1;
      if (stage === 1) { send('version=1\\0'); flush(); }
      else {
        for (const line of ${JSON.stringify(lines)}) console.error(line);
        for (const ref of refs) send('ng ' + ref + ' ' + ${JSON.stringify(reason)});
        flush();
        process.exitCode = 0;
        process.stdin.pause();
      }
    } else {
      if (data.length < size) return;
      const text = data.subarray(4, size).toString().trim();
      if (stage === 1) refs.push(text.split(' ')[2]);
      data = data.subarray(size);
    }
  }
});
`;
}
