import { openHome } from '../../services/embedded/home.ts';
import { startPostgres } from '../../services/embedded/postgres.ts';

// A hub with nothing but its database, for tests that kill it: `node postgres-process.ts HOME`.
const home = openHome(process.argv[2] ?? '');
const postgres = await startPostgres({ dataDir: `${home.dir}/postgres`, durable: false });
console.log(JSON.stringify({ url: postgres.url, pid: postgres.pid, adopted: postgres.adopted }));
const alive = setInterval(() => {}, 300_000);
process.once('SIGTERM', async () => {
  await postgres.stop();
  home.release();
  clearInterval(alive);
});
