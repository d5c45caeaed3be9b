import type { Config } from '../config/config.js';
import { pagesAddressOf } from '../config/page-addresses.js';
import type { HttpServer } from '../http/core/server/socket-server.js';

type PortalAddress = {
  /** What stands before `/portal`; null: there is no portal here. */
  readonly portalBaseUrl: (() => string) | null;
  /** The same server; once it listens, it is known where. */
  readonly toldBy: (server: HttpServer) => HttpServer;
};

/** Where the portal is: where a setting says, or where the server came to listen, be the port any free one. */
export function makePortalAddress(config: Config): PortalAddress {
  let { host, port } = config;
  return {
    portalBaseUrl: config.portal
      ? () => config.portalBaseUrl ?? pagesAddressOf({ host, port })
      : null,
    toldBy: (server) => ({
      ...server,
      listen: async (at) => {
        const listening = await server.listen(at);
        ({ address: host, port } = listening);
        return listening;
      },
    }),
  };
}
