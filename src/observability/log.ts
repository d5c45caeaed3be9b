import { pino, type DestinationStream } from 'pino';
import type { Log } from '../application/ports/log.js';
import type { LogLevel } from '../config/config.js';
import { presentable } from './presentable.js';

/**
 * A log of JSON lines, on stderr unless a stream is given: stdout belongs to what a command answers. Facts stand
 * beside `level`, `time`, `pid` and `msg`, secrets taken out whatever the caller hands in.
 */
export function makeLog(options: { level: LogLevel; stream?: DestinationStream }): Log {
  const logger = pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.stream ?? pino.destination({ dest: 2, sync: true }),
  );
  const lineOf =
    (level: Exclude<LogLevel, 'silent'>): Log[keyof Log] =>
    (message, facts = {}) => {
      if (logger.isLevelEnabled(level)) logger[level](presentableFacts(facts), message);
    };
  return {
    debug: lineOf('debug'),
    info: lineOf('info'),
    warn: lineOf('warn'),
    error: lineOf('error'),
  };
}

const reserved = new Set(['level', 'time', 'pid', 'msg']);

/** A fact cannot pose as what the logger itself says of a line. */
function presentableFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown = presentable(facts) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [
      reserved.has(name) ? `fact_${name}` : name,
      value,
    ]),
  );
}
