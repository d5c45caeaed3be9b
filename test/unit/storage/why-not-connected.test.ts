import { describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { whyNotConnected } from '../../../src/storage/why-not-connected.js';

const coded = (code: string, message = 'secret db.example:27017') =>
  Object.assign(new Error(message), { code });

/** As the driver has it: what a server answered stands with the server that none was selected of. */
function noServer(cause: Error): Error {
  const error = new mongo.MongoNetworkError('could not connect', { cause });
  const reason = { servers: new Map([['db.example:27017', { error }]]) };
  return new mongo.MongoServerSelectionError('none', reason as never);
}

describe('A start that finds no connection says in a sentence', () => {
  const signIn = new mongo.MongoServerError({ message: 'Authentication failed.', code: 18 });
  test.each([
    ['the sign-in was refused', signIn, /refused the sign-in: .*authSource/],
    [
      'a certificate is signed by itself',
      noServer(coded('DEPTH_ZERO_SELF_SIGNED_CERT')),
      /certificate .* not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\): .*tlsCAFile/,
    ],
    [
      'a certificate is of another name',
      noServer(coded('ERR_TLS_CERT_ALTNAME_INVALID')),
      /its name/,
    ],
    ['a certificate is over', noServer(coded('CERT_HAS_EXPIRED')), /its dates/],
    ['there is no TLS', noServer(coded('EPROTO')), /does not speak TLS/],
    ['a host is not known', noServer(coded('ENOTFOUND')), /has no address/],
    ['nobody listens', noServer(coded('ECONNREFUSED')), /^the database cannot be reached$/],
    ['it is anything else', new Error('what'), /^the database cannot be reached$/],
  ])('that %s', (_, error, sentence) => {
    expect(whyNotConnected(error)).toMatch(sentence);
    expect(whyNotConnected(new Error('around it', { cause: error }))).toMatch(sentence);
    expect(whyNotConnected(error)).not.toMatch(/db\.example|secret/);
  });
});
