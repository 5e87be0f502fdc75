import { createServer } from 'node:http';
import { ActivityHandler, BotFrameworkAdapter } from 'botbuilder';

/**
 * The comparison: a bare botbuilder echo bot that stores nothing, as its documentation shows it. Authentication
 * is off (no app id), replies go to the connector that the incoming activity names. Prints its port.
 */
const adapter = new BotFrameworkAdapter({});
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const incoming = {
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
      headers: request.headers,
      method: request.method,
    };
    const outgoing = {
      socket: response.socket,
      status: (code: number) => {
        response.statusCode = code;
        return outgoing;
      },
      header: (name: string, value: string) => response.setHeader(name, value),
      send: (body: unknown) => {
        response.write(typeof body === 'string' ? body : JSON.stringify(body));
        return outgoing;
      },
      end: () => {
        response.end();
        return outgoing;
      },
    };
    void adapter.process(incoming, outgoing, (context) => bot.run(context));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`);
});
