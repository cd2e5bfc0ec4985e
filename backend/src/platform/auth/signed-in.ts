import type { Doer } from '@furikaeri/contracts';
import type { Actor } from '@furikaeri/model';

/** Who acts in this request: the model's actor, and how the log and the screens name them. */
export interface SignedIn extends Actor {
  doer: Doer;
  /** The session in use, where there is one: changing the password ends all others. */
  sessionHash?: string;
}
