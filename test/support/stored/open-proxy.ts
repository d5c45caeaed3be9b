import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import mongoose from 'mongoose';

/** What becomes of a command's reply on its way back. */
type ReplyFate = 'lost' | 'never';

export type Proxy = {
  /** The same database, reached through here. */
  readonly uri: string;
  /** The commands that went through, but for those by which a driver looks after its connections. */
  commands(): readonly Document[];
  names(): readonly string[];
  forget(): void;
  /** The next command of that name reaches the server; its sender sees the connection break, or waits. */
  loseReply(command: string, fate: ReplyFate): void;
  /** Nobody listens any more, and all connections break. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
};

type Document = mongoose.mongo.Document;

const opMsg = 2013;
const connectionCommands = [
  ...['hello', 'isMaster', 'ismaster', 'saslStart', 'saslContinue'],
  ...['ping', 'endSessions', 'buildInfo'],
];

/** A wire between a driver and the database that can be cut. Speaks for one server, whose writes are sent once. */
export async function openProxy(databaseUri: string): Promise<Proxy> {
  const target = new URL(databaseUri);
  const sockets = new Set<Socket>();
  const commands: Document[] = [];
  const fates = new Map<string, ReplyFate>();
  let listening = await listen(0);
  const { port } = listening.address() as AddressInfo;

  async function listen(on: number): Promise<Server> {
    const server = createServer(pass);
    server.listen(on, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  function pass(client: Socket): void {
    const server = connect({ host: target.hostname, port: Number(target.port) });
    let fate: ReplyFate | undefined;
    eachMessage(client, (message) => {
      const command = commandOf(message);
      const name = nameOf(command);
      if (!connectionCommands.includes(name)) commands.push(command);
      fate = fates.get(name);
      fates.delete(name);
      server.write(message);
    });
    eachMessage(server, (message) => {
      if (fate === undefined) client.write(message);
      if (fate === 'lost') client.destroy();
    });
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }

  const goAway = async () => {
    const closed = once(listening, 'close');
    listening.close();
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await closed;
  };

  const uri = new URL(databaseUri);
  uri.host = `127.0.0.1:${String(port)}`;
  uri.searchParams.set('directConnection', 'true');
  uri.searchParams.set('retryWrites', 'false');
  return {
    uri: uri.href,
    commands: () => commands,
    names: () => commands.map(nameOf),
    forget: () => void commands.splice(0),
    loseReply: (command, fate) => void fates.set(command, fate),
    goAway,
    comeBack: async () => {
      listening = await listen(port);
    },
    close: async () => {
      if (listening.listening) await goAway();
    },
  };
}

/** A message begins with its length, in bytes, this included. */
function eachMessage(socket: Socket, handle: (message: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      handle(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
}

/** The first section of an OP_MSG: after a header of 16 bytes, 4 of flags and 1 for its kind. A handshake is older. */
function commandOf(message: Buffer): Document {
  if (message.readInt32LE(12) !== opMsg) return { hello: 1 };
  const start = 21;
  return mongoose.mongo.BSON.deserialize(
    message.subarray(start, start + message.readInt32LE(start)),
  );
}

/** The first field of a command is its name. */
function nameOf(command: Document): string {
  return Object.keys(command)[0] ?? '';
}
