import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Pipeline = { running: number; readonly waiting: (() => void)[] };

/** Runs a request now, or when those before it on its connection let it. */
export type RunInPipeline = (res: ServerResponse, run: () => void) => void;

/**
 * So many requests of one connection run at once. A client may send thousands without waiting for an answer, and node
 * hands over all that arrive together: run at once, they would keep the process from everybody else. The rest waits, its
 * connection is not read from until none waits, and each begins in a turn of the loop of its own.
 */
export function makePipelines(atOnce: number): RunInPipeline {
  const pipelines = new WeakMap<Socket, Pipeline>();

  const start = (pipeline: Pipeline, res: ServerResponse, run: () => void): void => {
    pipeline.running += 1;
    res.once('close', () => {
      pipeline.running -= 1;
      setImmediate(startNext, pipeline, res.req.socket);
    });
    run();
  };
  const startNext = ({ waiting }: Pipeline, socket: Socket): void => {
    if (waiting.length === 0) return;
    if (socket.destroyed) waiting.length = 0;
    else waiting.shift()?.();
    if (waiting.length === 0) socket.resume();
  };

  return (res, run) => {
    const { socket } = res.req;
    let pipeline = pipelines.get(socket);
    if (pipeline === undefined) {
      pipeline = { running: 0, waiting: [] };
      pipelines.set(socket, pipeline);
    }
    const { running, waiting } = pipeline;
    if (running < atOnce && waiting.length === 0) {
      start(pipeline, res, run);
      return;
    }
    const own = pipeline;
    waiting.push(() => {
      start(own, res, run);
    });
    socket.pause();
  };
}
