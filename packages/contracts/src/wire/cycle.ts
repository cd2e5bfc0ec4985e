import { PHASES } from '@furikaeri/model';
import * as z from 'zod';
import { CycleId } from '../ids.ts';
import { Day, Version } from './basics.ts';

export const Cycle = z.object({
  id: CycleId,
  planName: z.string(),
  /** The year under review: 2024 is shown as 令和6年度末. */
  fiscalYear: z.int(),
  phase: z.enum(PHASES),
  /** 照会を始めた日 */
  openedOn: Day,
  /** 区の回答期限 */
  wardDeadline: Day,
  bureauDeadline: Day,
  /** 部会審査の期限 */
  reviewDeadline: Day,
  checkDeadline: Day,
  /** 区長会議 */
  conferenceOn: Day,
  version: Version,
});
export type Cycle = z.infer<typeof Cycle>;
