import type { Doer } from '@furikaeri/contracts';
import type { ReviewAuthority } from '@furikaeri/model';
import type { SignedIn } from '../../platform/auth/signed-in.ts';

/** Who did it, as the card says it: 代行 by 事務局 is named as such. */
export const doerAs = (actor: SignedIn, authority: ReviewAuthority | null): Doer =>
  authority === 'stand_in' ? { ...actor.doer, post: `${actor.doer.post}（部会長の代行）` } : actor.doer;

/** What the log keeps of 代行: that it was, and why. */
export const standInLog = (authority: ReviewAuthority | null, reason: string | undefined): object =>
  authority === 'stand_in' ? { standIn: true, actingReason: reason ?? null } : {};
