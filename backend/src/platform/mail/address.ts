import { plainName } from '@furikaeri/contracts';
import type { OutgoingMail } from './outgoing-mail.ts';
import { UndeliverableMail } from './outgoing-mail.ts';

// One plain address: no list, no display name, no quoting, nothing that a header or SMTP could read as more.
const PLAIN = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*$/;
const CONTROL = /\p{Cc}/u;

/**
 * Refuses what could be read as more than one address or as another header. Names and subjects come from people's
 * input: a line break in them would begin a header of its own.
 */
export function refuseUnsafe({ to, subject, messageId }: OutgoingMail): void {
  if (to.address.length > 254 || !PLAIN.test(to.address)) throw new UndeliverableMail('the address is not one plain address');
  for (const line of [to.name, subject, messageId]) {
    if (CONTROL.test(line)) throw new UndeliverableMail('a header would hold a control character');
  }
}

/** A text as one line of a header or of a list: what was a line break or another control character is a space, and nothing in it turns the direction. */
export const oneLine = (text: string): string => plainName(text.replace(/[\p{Cc}\s]/gu, ' ')).replace(/ +/g, ' ').trim();
