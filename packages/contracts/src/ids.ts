import * as z from 'zod';

const branded = <B extends string>(_brand: B) => z.uuid().brand<B>();

export const CommandId = branded('CommandId');
export const PersonId = branded('PersonId');
export const PostId = branded('PostId');
export const OrganisationId = branded('OrganisationId');
export const CycleId = branded('CycleId');
export const CardId = branded('CardId');
export const SubmissionId = branded('SubmissionId');
export const CommentId = branded('CommentId');
export const MailId = branded('MailId');
export const AttachmentId = branded('AttachmentId');
export const BureauFigureId = branded('BureauFigureId');
/** A sheet on its way in, from the file to the cycle. */
export const ImportId = branded('ImportId');
export const NoticeId = branded('NoticeId');
export const AbsenceId = branded('AbsenceId');

export type CommandId = z.infer<typeof CommandId>;
export type PersonId = z.infer<typeof PersonId>;
export type PostId = z.infer<typeof PostId>;
export type OrganisationId = z.infer<typeof OrganisationId>;
export type CycleId = z.infer<typeof CycleId>;
export type CardId = z.infer<typeof CardId>;
export type SubmissionId = z.infer<typeof SubmissionId>;
export type CommentId = z.infer<typeof CommentId>;
export type MailId = z.infer<typeof MailId>;
export type AttachmentId = z.infer<typeof AttachmentId>;
export type BureauFigureId = z.infer<typeof BureauFigureId>;
export type ImportId = z.infer<typeof ImportId>;
export type NoticeId = z.infer<typeof NoticeId>;
export type AbsenceId = z.infer<typeof AbsenceId>;
