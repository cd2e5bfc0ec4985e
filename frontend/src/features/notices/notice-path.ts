import type { Notice } from '@furikaeri/contracts';
import { landingPath, noticeLanding } from '@furikaeri/model';

/** The link of a notice: the same door as a mail's. A mail leads to the talk about an answer, a notice to the very comment in it. */
export function pathOfNotice(notice: Notice): string {
  const landing = noticeLanding(notice);
  const path = landingPath(landing);
  return notice.commentId !== null && landing.field?.startsWith('talk:') === true ? `${path}&comment=${encodeURIComponent(notice.commentId)}` : path;
}
