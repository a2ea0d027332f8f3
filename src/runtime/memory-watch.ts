import { workerData } from 'node:worker_threads';

// A thread that ends its process on the spot once that has more memory than so many bytes.
const most = Number(workerData);
/** How often it looks, in milliseconds. */
const PAUSE = 25;

setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL');
}, PAUSE);
