import { main } from '../cli/main.ts';
import { packageFacts } from '../host/package.ts';
import { terminalIo } from '../host/terminal-io.ts';

process.exitCode = await main(process.argv.slice(2), terminalIo(), () => packageFacts().version);
