import type { NoticeKind } from '@furikaeri/model';
import type { Component } from 'vue';
import IconMention from '~icons/lucide/at-sign';
import IconApproved from '~icons/lucide/circle-check';
import IconDeadline from '~icons/lucide/calendar-days';
import IconAsked from '~icons/lucide/calendar-clock';
import IconDecided from '~icons/lucide/calendar-check';
import IconReminder from '~icons/lucide/clock';
import IconReturned from '~icons/lucide/corner-up-left';
import IconText from '~icons/lucide/file-pen-line';
import IconReopened from '~icons/lucide/lock-open';
import IconAgain from '~icons/lucide/rotate-ccw';
import IconCheck from '~icons/lucide/user-round-check';
import IconDeputy from '~icons/lucide/user-round-plus';

/** The glyph before a notice; what it means stands in the sentence. */
export const NOTICE_LOOK: Readonly<Record<NoticeKind, { icon: Component; tone: string }>> = {
  mention: { icon: IconMention, tone: 'text-pri' },
  check_requested: { icon: IconCheck, tone: 'text-data' },
  sent_back: { icon: IconReturned, tone: 'text-warn' },
  returned: { icon: IconReturned, tone: 'text-warn' },
  resubmitted: { icon: IconAgain, tone: 'text-data' },
  approved: { icon: IconApproved, tone: 'text-ok' },
  reopened: { icon: IconReopened, tone: 'text-rev' },
  extension_asked: { icon: IconAsked, tone: 'text-rev' },
  extension_decided: { icon: IconDecided, tone: 'text-rev' },
  deadline_changed: { icon: IconDeadline, tone: 'text-tx2' },
  text_changed: { icon: IconText, tone: 'text-rev' },
  deputy_named: { icon: IconDeputy, tone: 'text-rev' },
  reminder: { icon: IconReminder, tone: 'text-tx2' },
};
