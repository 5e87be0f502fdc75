import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { BotError } from '../errors.ts';
import { isLanguageTag, LANGUAGE_TAGS, type LanguageTag } from '../languages.ts';
import { WrongUse } from './wrong-use.ts';

const program = new Command('soudan')
  .description('Soudan (相談): answers for technical intern trainees in Japan and the people around them.')
  .showHelpAfterError('Try: soudan help COMMAND')
  .exitOverride();

function language(value: string): LanguageTag | 'auto' {
  if (value === 'auto' || isLanguageTag(value)) return value;
  throw new InvalidArgumentError(`Use auto or one of: ${LANGUAGE_TAGS.join(' ')}.`);
}

function positive(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('Use a whole number from 1.');
}

const audience = () =>
  new Option('--audience <who>', 'who asks').choices(['trainee', 'company']).default('trainee');
const lang = () =>
  new Option('--lang <tag>', 'language of the answer, or auto').default('auto').argParser(language);

program
  .command('serve')
  .description('start everything: web chat, channels that have secrets, workers (what npm start runs)')
  .action(async () => (await import('./serve.ts')).serve());

program
  .command('ask')
  .description('one question in a fresh conversation, answered with its sources; nothing is stored')
  .argument('[question...]', 'the question in any of the fifteen languages')
  .addOption(lang())
  .addOption(audience())
  .option('--json', 'print the answer as one JSON object')
  .option('--jsonl', 'read questions as JSON lines from standard input, write answers in the same order')
  .action(async (words: string[], options) =>
    (await import('./run-ask.ts')).runAsk(words.join(' '), options),
  );

program
  .command('chat')
  .description('a conversation in the terminal, stored like any other; /quit ends it')
  .addOption(lang())
  .addOption(audience())
  .action(async (options) => (await import('./chat.ts')).chat(options));

program
  .command('detect')
  .description('which of the fifteen languages a text is in')
  .argument('[text...]', 'the text, unless --jsonl')
  .option('--jsonl', 'read {"id","text"} lines from standard input')
  .action(async (words: string[], options) => (await import('./detect.ts')).detect(words.join(' '), options));

program
  .command('retrieve')
  .description("the product's own retriever on foreign text")
  .requiredOption('--passages <file>', 'JSON lines {"id","lang","text","title"?}')
  .requiredOption('--queries <file>', 'JSON lines {"id","lang","text"}')
  .option('--k <number>', 'hits a query', positive, 10)
  .addOption(
    new Option('--mode <mode>', 'lists that vote').choices(['hybrid', 'dense', 'words']).default('hybrid'),
  )
  .action(async (options) => (await import('./retrieve.ts')).retrieve(options));

program
  .command('index')
  .description('articles and manuals into the index; only what changed is embedded')
  .option('--ship', "also write each topic's vectors.bin, to be committed with the text")
  .option('--fingerprints', 'write into new translations which ja.md they were made from')
  .action(async (options) => (await import('./build-index.ts')).buildIndex(options));

program
  .command('fit')
  .description('for developers: fits list weights and thresholds from our own questions')
  .action(async () => (await import('./fit.ts')).fit());

program
  .command('evaluate')
  .description('for developers: quality a language on the sealed questions (npm run eval)')
  .action(async () => (await import('./evaluate.ts')).evaluate());

program
  .command('doctor')
  .description('checks settings, keys, webhooks, clock, disk, embedder, stores and article freshness')
  .action(async () => (await import('./doctor.ts')).doctor());

program
  .command('demo')
  .description(
    'the whole product without any account: LINE, Slack and the web chat side by side, and a story to click',
  )
  .action(async () => (await import('./demo.ts')).demo());

/** Exit codes of contract §2: 0 done, 1 failed, 2 wrong use. */
async function run(): Promise<number> {
  try {
    await program.parseAsync();
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof WrongUse) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    const text =
      error instanceof BotError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    return 1;
  }
}

process.exitCode = await run();
