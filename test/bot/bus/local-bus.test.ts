import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import { systemClock } from '../../../bot/clock.ts';
import { silentLog } from '../../../bot/log.ts';
import { busContract } from '../../contracts/bus.ts';

busContract('local', async (time) =>
  createLocalBus({ clock: { ...systemClock, now: () => time.now }, log: silentLog }),
);
