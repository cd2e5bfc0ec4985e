import type { Notice } from '@furikaeri/contracts';

/** A notice of the specs: a 差戻し to 北区, unless said otherwise. */
export function aNotice(id: string, more: Partial<Notice> = {}): Notice {
  return {
    id, kind: 'returned', at: '2025-05-20T05:32:00Z', readAt: null, by: { personId: 'p2', name: '山口 直', post: '部会長' },
    cycleId: 'c1', cardId: 'k1', submissionId: 's1', commentId: null, organisationId: 'o1', field: 'example', facts: { code: '1-(1)-3a' },
    ...more,
  } as Notice;
}
