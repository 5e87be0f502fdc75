import { MalformedError } from '../../../bot/errors.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import { Refusal } from './reply.ts';
import { MAX_FILES } from './uploads.ts';

/** Reads an upload: an optional part `activity` (JSON) and the files. Throws MalformedError, and Refusal for too many files. */
export async function readMultipart(request: Request): Promise<{ given: Incoming; files: File[] }> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new MalformedError('The body is not multipart/form-data.');
  }
  const template = form.get('activity');
  const text = template instanceof Blob ? await template.text() : template;
  let activity: unknown = { type: 'message' };
  try {
    if (text) activity = JSON.parse(text);
  } catch {
    throw new MalformedError('The part "activity" is not JSON.');
  }
  const files = [...form.entries()].flatMap(([name, value]) =>
    name !== 'activity' && value instanceof File ? [value] : [],
  );
  if (files.length === 0) throw new MalformedError('There is no file in the upload.');
  if (files.length > MAX_FILES)
    throw new Refusal(413, 'TooManyFiles', `At most ${MAX_FILES} files a message.`);
  return { given: readIncoming(activity), files };
}
