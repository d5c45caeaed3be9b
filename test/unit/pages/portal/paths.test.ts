import { describe, expect, test } from '@jest/globals';
import type { ChangeId, DocumentId, UserProductId } from '../../../../src/domain/ids.js';
import { backPath, portalPaths } from '../../../../src/pages/portal/paths.js';
import { idOf } from '../../../support/domain/id-of.js';

describe('A form may lead back', () => {
  test.each([
    '/portal',
    '/portal/',
    '/portal/documents',
    '/portal/subscriptions/0123456789abcdef01234567/change',
    '/portal/subscriptions/a/change/confirm?choice=a.b&quantity=2',
  ])('to %s', (path) => {
    expect(backPath(path)).toBe(path);
  });

  test.each([
    undefined,
    '',
    'https://evil.test/portal',
    '//evil.test/portal',
    '/\\evil.test',
    '\\\\evil.test',
    '/portal@evil.test',
    '/portal.evil.test',
    '/portalx',
    '/portal/..//evil.test',
    '/portal/%0d%0aset-cookie:x=1',
    '/portal/\r\nLocation: https://evil.test',
    '/portal\nhttps://evil.test',
    '/portal?next=https://evil.test',
    'javascript:alert(1)',
    ' /portal',
    '/portal#x',
    '/console',
    '/external/api/v1',
  ])('to its first page instead of to %j', (path) => {
    expect(backPath(path)).toBe('/portal');
  });

  test('to every page that it has itself', () => {
    const [id, changeId] = [idOf<UserProductId>(1), idOf<ChangeId>(2)];
    const own = [
      portalPaths.home,
      portalPaths.subscription(id),
      portalPaths.change(id),
      portalPaths.confirm(id),
      portalPaths.receipt(id, changeId),
      portalPaths.undo(id, changeId),
      portalPaths.cancel(id),
      portalPaths.reactivate(id),
      portalPaths.documents,
      portalPaths.document(idOf<DocumentId>(3)),
      portalPaths.accessibility,
      portalPaths.leave,
    ];
    expect(own.map(backPath)).toEqual(own);
  });
});
