import type { Server } from 'node:http';
import { InputError } from '../../graph/errors.ts';

/** How many ports after the wanted one are tried. */
const PORTS_TRIED = 20;

/** Listens on the wanted port or the next free one. */
export async function listen(server: Server, wanted: number, host: string): Promise<void> {
  for (let port = wanted; port <= wanted + PORTS_TRIED && port < 65_536; port += 1) {
    if (await isListening(server, port, host)) return;
  }
  throw new InputError(
    `No port from ${wanted} to ${wanted + PORTS_TRIED} is free on ${host}. Name another one with --port.`,
  );
}

/** Whether the server could take the port. Anything but a taken port is an error. */
function isListening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      server.off('listening', succeed);
      if (error.code === 'EADDRINUSE') resolve(false);
      else
        reject(
          new InputError(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error }),
        );
    };
    const succeed = () => {
      server.off('error', fail);
      resolve(true);
    };
    server.once('error', fail).once('listening', succeed).listen(port, host);
  });
}
