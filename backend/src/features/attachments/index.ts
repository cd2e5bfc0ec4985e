export { AttachmentsModule } from './attachments.module.ts';
