/** Heard by the workers at commit, with the id of a mail that may go. */
export const MAIL_CHANNEL = 'furikaeri_mail';
