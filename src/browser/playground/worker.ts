// The translator in a worker of the page: the very functions that the command runs, on files that never leave it.

import { convert, inOrder } from '../../convert/convert.ts';
import type { Repository } from '../../ground/repository.ts';
import { defaultSettings } from '../../legacy/translation.ts';
import { furtherFindings } from '../../report/further-findings.ts';
import { reportJson } from '../../report/report.ts';
import { viewOf } from '../../view/view.ts';
import { createReceiver } from './changes.ts';
import type { FromWorker, PlaygroundInput, ToWorker } from './messages.ts';

type Scope = {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
};
const scope = globalThis as unknown as Scope;

function repositoryOf({ paths, files, held = [] }: PlaygroundInput): Repository {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const all = [...new Set([...paths, ...texts.keys()])].sort((a, b) => (a < b ? -1 : 1));
  return {
    paths: all,
    read: (path) => texts.get(path),
    holds: (path) => held.includes(path),
  };
}

const inputOf = createReceiver();

async function answer(
  { id, facts, report }: ToWorker,
  input: PlaygroundInput,
): Promise<FromWorker> {
  const start = performance.now();
  const took = (): number => performance.now() - start;
  try {
    const repository = repositoryOf(input);
    const { given } = input;
    const settings = { ...defaultSettings, ...input.settings, ...given };
    const converted = await convert({ repository, settings, own: facts.own.pin, given });
    const more = furtherFindings(converted, repository, facts.own);
    const conversion = { ...converted, diagnostics: inOrder([...converted.diagnostics, ...more]) };
    const milliseconds = took();
    return {
      kind: 'converted',
      id,
      milliseconds,
      view: viewOf(conversion),
      ...(report ? { report: reportJson(conversion, facts.version) } : {}),
    };
  } catch (error) {
    return { kind: 'failed', id, milliseconds: took(), message: String(error) };
  }
}

// The changes are taken in at once: they come in order, and an answer may be overtaken.
scope.onmessage = async ({ data }) => scope.postMessage(await answer(data, inputOf(data.changes)));
