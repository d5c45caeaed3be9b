import { describeAnyMongodb } from './any-mongodb/describe-any-mongodb.js';
import { newFolder, startServer } from './server-in-process.js';

describeAnyMongodb('the embedded database', async () => {
  const { folder, remove } = await newFolder();
  const server = await startServer({ path: folder });
  return {
    uri: server.said.uri,
    lacks: [],
    stop: async () => {
      await server.stop();
      await remove();
    },
  };
});
