import * as z from 'zod';
import { command } from '../define.ts';
import { CommandId, PostId } from '../ids.ts';
import { Me } from '../wire/organisation.ts';

export const login = command({
  name: 'account.login', path: '/api/session', summary: 'ログイン',
  input: z.object({ login: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  output: Me,
  problems: ['account/wrong-login', 'account/too-many-attempts', 'account/no-post'],
});

export const logout = command({
  name: 'account.logout', method: 'DELETE', path: '/api/session', summary: 'ログアウト',
  input: z.object({}), output: z.object({}), problems: [],
});

export const choosePost = command({
  name: 'account.choose-post', path: '/api/session/post', summary: '操作する職を選ぶ',
  input: z.object({ postId: PostId }), output: Me, problems: ['account/not-your-post'],
});

export const changePassword = command({
  name: 'account.change-password', path: '/api/account/password', summary: 'パスワードを変える',
  input: z.object({ commandId: CommandId, current: z.string().min(1).max(200), next: z.string().min(10).max(200) }),
  output: z.object({}),
  problems: ['account/wrong-password', 'account/weak-password', 'account/too-many-attempts'],
});
