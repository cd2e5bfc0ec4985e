import { computed } from 'vue';
import { useSession } from '../../../shared/session/session.store.ts';
import { useAnswers } from '../answers.store.ts';

/** The 課 that are known here: those answers were left to, one's own, and those that wrote last year's answers. */
export function useSections() {
  const answers = useAnswers();
  const session = useSession();
  return computed(() => {
    const own = session.post?.title ?? '';
    const given = answers.list.map(({ answer }) => answer.delegation?.section ?? '');
    // 「北区 保健福祉課」: the post's title stands behind the organisation's name.
    const earlier = answers.list.map(({ previous }) => previous?.by?.post.split(/\s/).slice(1).join(' ') ?? '');
    return [...new Set([...given, ...earlier, own])].filter((one) => one.trim() !== '').slice(0, 8);
  });
}
