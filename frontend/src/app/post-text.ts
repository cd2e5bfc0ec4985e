import type { Post } from '@furikaeri/contracts';

/** A post as people call it: 北区 市民協働課, of a 代理 with whom they stand in for. */
export function postText(post: Post, t: (key: string, named?: Record<string, string>) => string): string {
  const text = [post.organisation.name, post.title === '' ? t(`words.role.${post.role}`) : post.title].filter((one, at, all) => all.indexOf(one) === at).join(' ');
  return post.deputyFor === null ? text : t('app.me.deputy', { post: text, name: post.deputyFor });
}
