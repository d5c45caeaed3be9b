import { once } from 'node:events';
import { connect } from 'node:net';

export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Sends bytes as they are, then nothing more, or says that nothing more will come; reads until the server hangs up. */
export async function exchangeRaw(
  port: number,
  bytes: string,
  then: 'stay' | 'half-close',
): Promise<readonly RawAnswer[]> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (data: Buffer) => chunks.push(data));
  await once(socket, 'connect');
  if (then === 'half-close') socket.end(bytes, 'latin1');
  else socket.write(bytes, 'latin1');
  await once(socket, 'end');
  socket.destroy();
  return answersIn(Buffer.concat(chunks).toString());
}

/** Answers one after the other, each as long as it says. */
function answersIn(text: string): readonly RawAnswer[] {
  const [, head = '', rest = ''] = /^(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
  if (head === '') return [];
  const [line = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((it) => {
      const at = it.indexOf(': ');
      return [it.slice(0, at).toLowerCase(), it.slice(at + 2)];
    }),
  );
  const length = Number(headers['content-length'] ?? 0);
  const answer = { status: Number(line.split(' ')[1]), headers, body: rest.slice(0, length) };
  return [answer, ...answersIn(rest.slice(length))];
}
