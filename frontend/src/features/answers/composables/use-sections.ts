import { computed } from 'vue';
import { useSession } from '../../../shared/session/session.store.ts';
import { useAnswers } from '../answers.store.ts';

/** The 課 that are known here: those that answers were left to, and those that wrote last year's; one's own is where it is already. */
export function useSections() {
  const answers = useAnswers();
  const session = useSession();
  return computed(() => {
    const own = session.post?.title ?? '';
    const given = answers.list.map(({ answer }) => answer.delegation?.section ?? '');
    // 「北区 保健福祉課」: the post's title stands behind the organisation's name.
    const earlier = answers.list.map(({ previous }) => previous?.by?.post.split(/\s/).slice(1).join(' ') ?? '');
    return [...new Set([...given, ...earlier])].filter((one) => one.trim() !== '' && one !== own).slice(0, 8);
  });
}
