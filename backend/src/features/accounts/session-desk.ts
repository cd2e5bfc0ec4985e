import { randomBytes } from 'node:crypto';
import { choosePost, login as loginContract, type Me } from '@furikaeri/contracts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { AttemptStore } from '../../platform/auth/attempts.ts';
import { isPassword } from '../../platform/auth/password.ts';
import { hashToken, Sessions } from '../../platform/auth/sessions.ts';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { parseInput } from '../../platform/http/parse-input.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { readPosts } from './read-me.ts';

const WINDOW_SECONDS = 15 * 60;
const PER_LOGIN = 5;
const PER_ADDRESS = 50;

/**
 * Coming, going and changing seats. Sessions are no part of the reviewed matter: they stand in their own table, outside
 * the command log, and the database tells every process when one changes.
 */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly attempts: AttemptStore,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session. The token goes into the cookie and nowhere else. */
  async login(rawInput: unknown, address: string): Promise<{ token: string; me: Me }> {
    const input = parseInput(loginContract.input, rawInput);
    const login = input.login.toLowerCase();
    const byLogin = `login:${login}`;
    const byAddress = `address:${address}`;
    const [ofLogin, ofAddress] = await Promise.all([this.attempts.count(byLogin), this.attempts.count(byAddress)]);
    if (ofLogin >= PER_LOGIN || ofAddress >= PER_ADDRESS) throw new ProblemError('account/too-many-attempts');
    // Counted before the password is checked, so that a hundred guesses at once are not all free; forgiven on success.
    await Promise.all([this.attempts.add(byLogin, WINDOW_SECONDS), this.attempts.add(byAddress, WINDOW_SECONDS)]);
    const em = this.em.fork();
    const [person] = await em.execute<{ id: string; passwordHash: string }[]>(
      'select id, password_hash as "passwordHash" from person where lower(login) = ? and disabled_at is null', [login],
    );
    if (!(await isPassword(person?.passwordHash ?? null, input.password)) || !person) throw new ProblemError('account/wrong-login');
    // A whole office may come from one address in one morning.
    await Promise.all([this.attempts.clear(byLogin), this.attempts.forgive(byAddress)]);
    const found = await readPosts(em, person.id, this.clock.today());
    const activePostId = found?.posts[0]?.id;
    if (!found || !activePostId) throw new ProblemError('account/no-post');
    return { token: await this.open(em, person.id, activePostId), me: { ...found, activePostId } };
  }

  async logout(token: string | undefined): Promise<void> {
    if (!token) return;
    const hash = hashToken(token);
    await this.em.fork().execute('delete from session where token_hash = ?', [hash]);
    // The database tells every process, this one too, but the next request may be quicker.
    this.sessions.forget({ hash });
  }

  async me(actor: SignedIn): Promise<Me> {
    const found = await readPosts(this.em.fork(), actor.personId, this.clock.today());
    if (!found) throw new ProblemError('account/not-logged-in');
    // A post may have ended since the session was looked up: then it goes on with the first of their own.
    const active = found.posts.find(({ id }) => id === actor.postId) ?? found.posts[0];
    return { ...found, activePostId: active?.id ?? (actor.postId as Me['activePostId']) };
  }

  /** Changing the password asks for the present one; who found an open screen shall not guess it there. */
  async guarded<T>(actor: SignedIn, change: () => Promise<T>): Promise<T> {
    const key = `password:${actor.personId}`;
    if ((await this.attempts.count(key)) >= PER_LOGIN) throw new ProblemError('account/too-many-attempts');
    await this.attempts.add(key, WINDOW_SECONDS);
    try {
      const done = await change();
      await this.attempts.clear(key);
      return done;
    } catch (error) {
      // An id that was used before hides whether the password was right, but not how long it took to find out.
      const isGuess = error instanceof ProblemError && (error.code === 'account/wrong-password' || error.code === 'command/id-reused');
      if (!isGuess) await this.attempts.forgive(key);
      throw error;
    }
  }

  async choosePost(actor: SignedIn, rawInput: unknown): Promise<Me> {
    const { postId } = parseInput(choosePost.input, rawInput);
    const em = this.em.fork();
    const found = await readPosts(em, actor.personId, this.clock.today());
    if (!found?.posts.some((post) => post.id === postId)) throw new ProblemError('account/not-your-post');
    await em.execute('update session set post_id = ? where token_hash = ?', [postId, actor.sessionHash ?? '']);
    this.sessions.forget({ personId: actor.personId });
    return { ...found, activePostId: postId };
  }

  private async open(em: EntityManager, personId: string, postId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expires = new Date(now.getTime() + this.config.sessionHours * 3_600_000);
    const idleSince = new Date(now.getTime() - this.config.sessionIdleMinutes * 60_000);
    await em.execute('delete from session where person_id = ? and (expires_at <= ? or seen_at <= ?)', [personId, now, idleSince]);
    await em.execute('insert into session (token_hash, person_id, post_id, created_at, seen_at, expires_at) values (?, ?, ?, ?, ?, ?)', [hashToken(token), personId, postId, now, now, expires]);
    return token;
  }
}
