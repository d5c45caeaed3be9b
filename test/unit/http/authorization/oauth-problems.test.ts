import { expect, test } from '@jest/globals';
import { oauthProblems } from '../../../../src/http/authorization/oauth-problems.js';

test.each(Object.entries(oauthProblems))('%s is told in OAuth’s own words', (_name, problem) => {
  const { code, body } = problem;
  expect(body).toEqual({ error: code, error_description: expect.stringMatching(/^[A-Za-z_].+/) });
});

test('a client that is not known is 401 and told how to say who it is', () => {
  expect(oauthProblems.invalid_client).toMatchObject({
    status: 401,
    headers: { 'WWW-Authenticate': 'Basic realm="access_token"' },
  });
  expect([oauthProblems.tooLarge.status, oauthProblems.notAForm.status]).toEqual([413, 400]);
});
