import { createHash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { heldToday } from './held-today.ts';
import type { SignedIn } from './signed-in.ts';

export const SESSION_COOKIE = 'furikaeri_session';

/** Only the hash is stored: who reads the table cannot log in with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

interface SessionRow {
  personId: string; postId: string; role: SignedIn['role']; organisationId: string; deputyFor: string | null;
  personName: string; title: string; organisationName: string; seenAt: Date;
}

interface Remembered { signedIn: SignedIn; until: number }

/** Told by the database itself (triggers on session, post and person) as `session HASH` or `person ID`. */
export const SESSION_CHANNEL = 'furikaeri_session';

const REMEMBER_MS = 10_000;
const TOUCH_AFTER_MS = 60_000;

/**
 * Who a session token speaks for. Read from PostgreSQL, and remembered for some seconds while the database's own
 * notifications are heard: they forget a session the moment its post, its person or itself changes.
 */
@Injectable()
export class Sessions {
  private readonly remembered = new Map<string, Remembered>();
  private hearing = false;
  /** Counts what was forgotten: what was read before may be what was just taken away. */
  private forgotten = 0;

  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * The person acting, or null where the token is unknown, expired, or its post is not valid today. Of a 代理 that is over the
   * post ends, not the person's session: it goes on with the first post of their own.
   */
  async find(token: string | undefined): Promise<SignedIn | null> {
    if (token === undefined || token === '') return null;
    return this.findByHash(hashToken(token));
  }

  async findByHash(hash: string): Promise<SignedIn | null> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(hash);
    if (known && known.until > now) return known.signedIn;
    const { forgotten } = this;
    const found = await this.read(hash);
    if (!found) {
      this.remembered.delete(hash);
      return null;
    }
    if (this.hearing && this.forgotten === forgotten) {
      if (this.remembered.size > 5_000) this.remembered.clear();
      this.remembered.set(hash, { signedIn: found, until: now + REMEMBER_MS });
    }
    return found;
  }

  /** Called by the listener: while nothing is heard nothing may be remembered. */
  hear(isHearing: boolean): void {
    this.hearing = isHearing;
    this.forgotten += 1;
    this.remembered.clear();
  }

  forget(what: { hash: string } | { personId: string } | { postId: string }): void {
    this.forgotten += 1;
    if ('hash' in what) {
      this.remembered.delete(what.hash);
      return;
    }
    for (const [hash, { signedIn }] of this.remembered) {
      if ('personId' in what ? signedIn.personId === what.personId : signedIn.postId === what.postId) this.remembered.delete(hash);
    }
  }

  private async read(hash: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const [row] = await this.em.fork().execute<SessionRow[]>(
      `select s.person_id as "personId", po.id as "postId", po.role, po.organisation_id as "organisationId", po.deputy_for as "deputyFor",
              pe.name as "personName", po.title, o.name as "organisationName", s.seen_at as "seenAt"
         from session s
         join person pe on pe.id = s.person_id and pe.disabled_at is null
         join post po on po.person_id = s.person_id and ${heldToday('po')}
          and (po.id = s.post_id or (po.deputy_for is null and exists (select 1 from post d where d.id = s.post_id and d.deputy_for is not null)))
         join organisation o on o.id = po.organisation_id
        where s.token_hash = ? and s.expires_at > ? and s.seen_at > ?
        order by po.id <> s.post_id, o.kind, o.sort, po.id limit 1`,
      [this.clock.today(), this.clock.today(), hash, now, new Date(now.getTime() - this.config.sessionIdleMinutes * 60_000)],
    );
    if (!row) return null;
    if (now.getTime() - new Date(row.seenAt).getTime() > TOUCH_AFTER_MS) {
      await this.em.fork().execute('update session set seen_at = ? where token_hash = ?', [now, hash]);
    }
    return {
      personId: row.personId, postId: row.postId, role: row.role, organisationId: row.organisationId, deputyFor: row.deputyFor, sessionHash: hash,
      doer: { personId: row.personId, name: doerName(row.personName, row.deputyFor), post: postLabel(row.organisationName, row.title) },
    };
  }
}

/** How the log and the screens name who did it: 北野 花, or as a 代理 北野 花（代理 北島 進）. */
const doerName = (name: string, deputyFor: string | null): string => (deputyFor === null ? name : `${name}（代理 ${deputyFor}）`);

/** … and through which post: 北区 市民協働課. */
const postLabel = (organisation: string, title: string): string => `${organisation}${title === '' ? '' : ` ${title}`}`;
