import { main } from '../cli/main.ts';
import { findOwnPin } from '../host/own-pin.ts';
import { packageFacts } from '../host/package.ts';
import { terminalIo } from '../host/terminal-io.ts';

function version(): string {
  const { pin } = findOwnPin({});
  const commit = /^[0-9a-f]{40}$/.test(pin.commit) ? ` (${pin.commit.slice(0, 12)})` : '';
  return `${packageFacts().version}${commit}`;
}

process.exitCode = await main(process.argv.slice(2), terminalIo(), version);
