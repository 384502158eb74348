import { hold } from '../actions/pull-boot-image/holder.ts';
import { pullBootImage } from '../actions/pull-boot-image/pull-boot-image.ts';
import { runOnRunner } from '../actions/run-on-runner.ts';
import { pullBootImageInterface } from '../interfaces/pull-boot-image.ts';

// The action starts its own program once more, to hold the container while the job runs.
if (process.argv[2] === 'hold') await hold();
else await runOnRunner(pullBootImageInterface, pullBootImage);
