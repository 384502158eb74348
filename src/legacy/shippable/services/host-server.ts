// A server that a service container would not do for, since it must share the network of the runner: a step starts it.

import { shownText, sourcesOfText } from '../../../expression/text.ts';
import { defined } from '../../../ground/defined.ts';
import { joined, traced } from '../../../output/tree.ts';
import { quoteWord } from '../../../shell/words.ts';
import type { RunStep, ServiceContainer } from '../../../workflow/model.ts';

type HostServer = {
  readonly title: string;
  /** Of the container; a kept machine may still have the one of the job before. */
  readonly name: string;
  /** Lines that run before. */
  readonly prepare?: readonly string[];
  /** Options of `docker run`. */
  readonly options: string;
  /** Arguments for the image. */
  readonly args?: string;
  /** A command without single quotes that succeeds as soon as the server answers. */
  readonly answers: string;
};

/** Starts the container in the network of the runner, and waits up to two minutes for it. */
export function hostServerStep(
  { title, name, prepare = [], options, args, answers }: HostServer,
  { image, before, from }: ServiceContainer,
): RunStep {
  return {
    kind: 'run',
    name: title,
    ...(before === undefined || before.length === 0 ? {} : { before }),
    ...defined({ from }),
    run: [
      traced(`docker rm -f ${name} > /dev/null 2>&1 || :`),
      ...prepare.map((line) => traced(line)),
      joined([
        `docker run -d --name ${name} --network host ${options} `,
        traced(quoteWord(shownText(image)), ...sourcesOfText(image)),
        ...(args === undefined ? [] : [` ${args}`]),
      ]),
      traced(`timeout 120 sh -c 'until ${answers}; do sleep 1; done'`),
    ],
  };
}
