// Selenium as a step: its browser opens what the tests serve on `localhost`, which in a service container is another machine.

import type { RunStep, ServiceContainer } from '../../../workflow/model.ts';
import { hostServerStep } from './host-server.ts';

/** The display is not `:99`, which tests start for browsers of their own and which the network shares. */
export const seleniumStep = (container: ServiceContainer): RunStep =>
  hostServerStep(
    {
      title: 'Start Selenium',
      name: 'shippable-selenium',
      options: '--shm-size 2g -e DISPLAY=:44.0',
      answers: 'curl -sf http://localhost:4444/wd/hub/status > /dev/null',
    },
    container,
  );
