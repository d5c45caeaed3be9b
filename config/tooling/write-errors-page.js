import { writeFileSync } from 'node:fs';
import { makeErrorsPage } from '../../dist/http/docs/errors-page.js';

// `npm run docs:errors`: docs/errors.md from the tables in src/http/payway/problems. A test compares the two.
writeFileSync(new URL('../../docs/errors.md', import.meta.url), makeErrorsPage());
