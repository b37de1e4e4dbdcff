// Listening on this machine only, and stopping at once.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Resolves with the port; `port` 0 is any free one. Rejects with the listen error, `code` EADDRINUSE for a taken port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Open connections, event streams included, are cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
