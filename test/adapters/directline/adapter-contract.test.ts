import { adapterContract } from '../../contracts/adapter-contract.ts';
import { startTalk, type Talk } from './client.ts';
import { startService } from './service.ts';

adapterContract('web (Direct Line)', async () => {
  const service = await startService();
  const talks = new Map<string, Talk>();
  const request = async (person: string, body: string) => {
    const talk = talks.get(person) ?? (await startTalk(service));
    talks.set(person, talk);
    return new Request(`${service.base}/conversations/${talk.id}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
      body,
    });
  };
  let sent = 0;
  return {
    adapter: service.adapter,
    message: (person, text) => {
      sent += 1;
      const channelData = { clientActivityID: `client-id-${sent}` };
      return request(person, JSON.stringify({ type: 'message', text, channelData }));
    },
    repeat: (first) => first,
    unknown: () => request('linh', '{"type":"somethingNew","text":"hello"}'),
    malformed: () => request('linh', '{"text":["not an activity"]'),
    problems: () => [],
    close: () => service.close(),
  };
});
