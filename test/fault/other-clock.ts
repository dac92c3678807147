import { readFileSync } from 'node:fs';

// For `node --import`: this process has a clock of its own, as many seconds off as the file says. SIGUSR2 sets the clock anew; its timers run on, as they do on a machine whose clock is set.
const own = Date;
let offMs = 0;
const set = () => {
  offMs = Number(readFileSync(process.env.CROSSDOCK_TEST_CLOCK!, 'utf8')) * 1000;
};
class OtherDate extends own {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [own.now() + offMs] : parts) as [number]));
  }
  static override now(): number {
    return own.now() + offMs;
  }
}
globalThis.Date = OtherDate as DateConstructor;
set();
process.on('SIGUSR2', set);
