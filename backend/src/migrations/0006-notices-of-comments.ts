import { Migration } from '@mikro-orm/migrations';

/** Whom a comment told is looked for when it is edited or removed. */
export class NoticesOfComments extends Migration {
  override up(): void {
    this.addSql('create index notification_comment on notification (comment_id) where comment_id is not null;');
  }

  override down(): void {
    this.addSql('drop index notification_comment;');
  }
}
