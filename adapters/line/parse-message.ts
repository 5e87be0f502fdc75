import type { AttachmentRef, MessageActivity } from '../../bot/activity.ts';
import { maskIdentifiers } from '../../bot/text/mask.ts';
import { readAddress } from './address.ts';
import { stickerWords } from './sticker-words.ts';
import type { MessageContent } from './webhook-schema.ts';

type Base = Omit<MessageActivity, 'type' | 'text' | 'messageId' | 'attachments' | 'location' | 'sticker'>;

function attachmentOf(content: MessageContent): AttachmentRef | undefined {
  switch (content.type) {
    case 'image':
    case 'video':
    case 'audio':
      return { id: content.id, kind: content.type };
    case 'file':
      return {
        id: content.id,
        kind: 'file',
        name: maskIdentifiers(content.fileName),
        ...(content.fileSize === undefined ? {} : { ref: { size: content.fileSize } }),
      };
    default:
      return undefined;
  }
}

/**
 * Words, file, place or sticker of a message event. Undefined for media that LINE does not hold itself
 * (`contentProvider: external`): we open no address that somebody outside chose.
 */
export function parseMessage(base: Base, content: MessageContent): MessageActivity | undefined {
  const address = readAddress(base.address);
  const common = {
    ...base,
    type: 'message' as const,
    messageId: content.id,
    ...(address && content.markAsReadToken ? { address: { ...address, read: content.markAsReadToken } } : {}),
  };
  switch (content.type) {
    case 'text':
      return { ...common, text: maskIdentifiers(content.text) };
    case 'sticker':
      return { ...common, text: maskIdentifiers(stickerWords(content)), sticker: true };
    case 'location': {
      const label = maskIdentifiers([content.title, content.address].filter(Boolean).join(', '));
      const { latitude, longitude } = content;
      return { ...common, text: label, location: { latitude, longitude, ...(label ? { label } : {}) } };
    }
    default: {
      if ('contentProvider' in content && content.contentProvider?.type === 'external') return undefined;
      const attachment = attachmentOf(content);
      return { ...common, text: '', ...(attachment ? { attachments: [attachment] } : {}) };
    }
  }
}
