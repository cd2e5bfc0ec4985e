import { DEFAULT_CHANNELS, FIXED_KINDS, NOTICE_CHANNELS, NOTICE_KINDS, type NoticeChannel, type NoticeKind } from './kinds.ts';

/**
 * Where each kind goes for one reader: what they chose, else the default. Fixed kinds stay as they are whatever was chosen,
 * and what is no kind or channel (of an older version, perhaps) counts as not chosen.
 */
export function channelsOf(chosen: Readonly<Record<string, unknown>>): Record<NoticeKind, NoticeChannel> {
  return Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, channelFor(chosen, kind)])) as Record<NoticeKind, NoticeChannel>;
}

/** As {@link channelsOf}, for one kind. */
export function channelFor(chosen: Readonly<Record<string, unknown>>, kind: NoticeKind): NoticeChannel {
  const choice = FIXED_KINDS.includes(kind) ? undefined : NOTICE_CHANNELS.find((channel) => channel === chosen[kind]);
  return choice ?? DEFAULT_CHANNELS[kind];
}
