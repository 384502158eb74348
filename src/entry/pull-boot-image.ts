import { runAction } from '../actions/program.ts';
import { hold } from '../actions/pull-boot-image/holder.ts';
import { pullBootImageInterface } from '../actions/pull-boot-image/interface.ts';
import { pullBootImage } from '../actions/pull-boot-image/pull-boot-image.ts';
import { githubRunner } from '../host/github-runner.ts';

// The action starts its own program once more, to hold the container while the job runs.
if (process.argv[2] === 'hold') await hold();
else process.exit(await runAction(pullBootImageInterface, pullBootImage, githubRunner()));
