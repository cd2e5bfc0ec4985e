import { ORGANISATION_KINDS, ROLES } from '@furikaeri/model';
import * as z from 'zod';
import { OrganisationId, PersonId, PostId } from '../ids.ts';

export const Organisation = z.object({
  id: OrganisationId,
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  /** Official order within its kind (the wards' customary order is not code order). */
  sort: z.int(),
});
export type Organisation = z.infer<typeof Organisation>;

export const Post = z.object({
  id: PostId,
  role: z.enum(ROLES),
  organisation: Organisation,
  /** 課 or title, may be empty */
  title: z.string(),
  /** The name of the person this post stands in for (代理), and the last day of it. */
  deputyFor: z.string().nullable(),
  until: z.iso.date().nullable(),
});
export type Post = z.infer<typeof Post>;

/** One 代理 that a person named. */
export const DeputyView = z.object({ postId: PostId, personId: PersonId, name: z.string(), from: z.iso.date(), to: z.iso.date() });
export type DeputyView = z.infer<typeof DeputyView>;

export const Me = z.object({
  person: z.object({ id: PersonId, name: z.string(), login: z.string() }),
  posts: z.array(Post),
  activePostId: PostId,
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof Me>;
