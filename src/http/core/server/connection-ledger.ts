import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

type Connection = {
  readonly socket: Socket;
  /** Answer to the last request that came in. Pipelined ones before it may still be waiting too. */
  last: ServerResponse | null;
  /** The answer that says `Connection: close`. */
  closes: ServerResponse | null;
  /** Bytes that had come in when the last answer was out: more of them are the beginning of a request. */
  bytesRead: number;
  readonly noteAnswered: () => void;
};

/** Which connections there are, and which of them owe an answer. */
export type ConnectionLedger = {
  open(socket: Socket): void;
  /** False: that connection has promised to close, so nobody would read an answer to this request. */
  admit(socket: Socket, res: ServerResponse): boolean;
  /** Whether bytes of an answer are on their way: nothing else may be written now. */
  isAnswering(socket: Duplex): boolean;
  /** From now on the last answer on each connection says `Connection: close`. */
  startClosing(): void;
  /** Ends the connections that owe nothing and have not begun to ask. */
  endIdle(): void;
};

/** Keeps the ledger that draining needs; on the way of a request it costs one look-up. */
export function makeConnectionLedger(): ConnectionLedger {
  const connections = new Map<Duplex, Connection>();
  let isClosing = false;
  return {
    open(socket) {
      const noteAnswered = (): void => {
        connection.bytesRead = socket.bytesRead;
      };
      const connection: Connection = {
        socket,
        last: null,
        closes: null,
        bytesRead: 0,
        noteAnswered,
      };
      connections.set(socket, connection);
      socket.once('close', () => connections.delete(socket));
    },
    admit(socket, res) {
      const connection = connections.get(socket);
      if (connection === undefined) return false;
      if (isClosing && !promiseToClose(connection, res)) return false;
      connection.last = res;
      res.on('finish', connection.noteAnswered);
      return true;
    },
    isAnswering: (socket) => {
      const last = connections.get(socket)?.last;
      return last?.headersSent === true && !last.writableFinished;
    },
    startClosing() {
      isClosing = true;
      for (const connection of connections.values()) {
        if (connection.last !== null) promiseToClose(connection, connection.last);
      }
    },
    endIdle() {
      for (const connection of connections.values()) {
        if (isIdle(connection)) connection.socket.destroy();
      }
    },
  };
}

/** Moves the promise to the latest answer: a connection may only close behind all that were asked for. */
function promiseToClose(connection: Connection, res: ServerResponse): boolean {
  if (connection.closes?.headersSent) return false;
  connection.closes?.removeHeader('Connection');
  if (res.headersSent) return true;
  res.setHeader('Connection', 'close');
  connection.closes = res;
  return true;
}

function isIdle({ socket, last, bytesRead }: Connection): boolean {
  return (last === null || last.writableFinished) && socket.bytesRead === bytesRead;
}
