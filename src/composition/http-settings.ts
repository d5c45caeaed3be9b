import type { Config } from '../config/config.js';

/** For each address: every one costs a hash of some 50 ms. */
const tokenRequestsPerMinute = 120;

/** What the app is told of the settings as they are. */
export function appSettings(config: Config) {
  const { requestTimeoutMs, rateLimitPerMinute, trustedProxies, corsOrigins, publicBaseUrl } =
    config;
  return {
    requestTimeoutMs,
    rateLimitPerMinute,
    tokenRequestsPerMinute: Math.min(rateLimitPerMinute, tokenRequestsPerMinute),
    trustedProxies,
    corsOrigins,
    publicBaseUrl,
  };
}

/** How long the server waits for whom. */
export function httpLimits({ requestTimeoutMs, shutdownTimeoutMs }: Config) {
  return {
    headersTimeoutMs: requestTimeoutMs,
    requestTimeoutMs: 2 * requestTimeoutMs,
    keepAliveTimeoutMs: 65_000,
    idleTimeoutMs: 70_000,
    drainGraceMs: Math.min(500, shutdownTimeoutMs / 4),
    shutdownTimeoutMs: shutdownTimeoutMs * 0.8,
  };
}
