import type { CommentId } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { aNotice } from './notices.builders.ts';
import { pathOfNotice } from './notice-path.ts';

describe('the link of a notice', () => {
  test('lands on the field of one’s own answer', () => { expect(pathOfNotice(aNotice('n1'))).toBe('/open?cycle=c1&org=o1&to=answer%3As1&field=example'); });
  test('lands on the very comment in the talk about somebody else’s answer', () => {
    expect(pathOfNotice(aNotice('n1', { kind: 'mention', commentId: 'm1' as CommentId, facts: { organisation: '北区' } }))).toBe('/open?cycle=c1&org=o1&to=card%3Ak1&field=talk%3As1&comment=m1');
  });
});
