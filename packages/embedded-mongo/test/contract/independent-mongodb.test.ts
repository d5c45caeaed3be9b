import { describe, it } from '@jest/globals';
import { describeAnyMongodb } from './any-mongodb/describe-any-mongodb.js';
import type { Gap } from './any-mongodb/suite.js';
import { independentServer } from '../support/independent-server.js';

const LACKS: readonly Gap[] = [
  'keyPattern and keyValue of a duplicate',
  'counts beside the errors of an insert',
  'the id in front',
];

const uri = independentServer();

if (uri === null) {
  describe('the independent server', () => {
    it.todo('is compared when INDEPENDENT_MONGODB_URI says where it is');
  });
} else {
  describeAnyMongodb('the independent server', () =>
    Promise.resolve({ uri, lacks: LACKS, stop: () => Promise.resolve() }),
  );
}
