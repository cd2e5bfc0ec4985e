/** One mail to one person. */
export interface OutgoingMail {
  /** Fixed before the first attempt, e.g. `<…@host>`: a mail sent twice after a crash is recognised by it. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** The same as HTML; null where there is only text. */
  html: string | null;
  /** What kind of mail this is, for the reader's filters. */
  list: { id: string; name: string };
}

/** Where mail goes. Resolves once it was taken over for delivery, else refuses with the reason. */
export abstract class Mail {
  abstract send(mail: OutgoingMail): Promise<void>;
}

/** A mail that will never be taken, however often it is tried. */
export class UndeliverableMail extends Error {}
