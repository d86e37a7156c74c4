/** Host 3: the same core and data from a terminal. */
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '../core/errors.ts';
import { appVersion } from '../server/version.ts';
import { COMMANDS, type CommandOptions } from './commands.ts';

const HELP = `plumbline COMMAND [options]
  import FILE [--dry-run]   read a document; without --dry-run what is found enters the profile
  skills                    the inventory
  roles                     the roles there are, and how near you are to each
  role import FILE          a role of your own from YAML or JSON
  role export ID [--format yaml|json] [--out FILE]   a role as a file
  gap [--role ID]           where you stand against a role
  plan [--role ID] [--hours N] [--interview DAY]   what closes most of the gap in the hours you have
  report [--role ID] [--format md|html] [--evidence] [--out FILE]   where you stand, on one page
  questions [--role ID]     the question bank
  questions import FILE [--dry-run]   questions from CSV, JSON, Markdown or Anki's .apkg; --dry-run only says what would come in
  questions export [--format csv|json|md|apkg] [--origin shipped|own|imported] OUT   questions as a file
  due                       what is due now
  export [--out FILE]       everything about the profile, as JSON
  export skills [--format md|csv|json-resume] [--out FILE]   the inventory as a document, a table, a résumé
  backup [--out FILE]       a checked copy of the database
  doctor [--restore]        what is there and whether it is sound; --restore puts the newest good backup in place
All take --data DIR (the folder of the data) and --json. --help and --version as usual.`;

function readOptions(args: readonly string[]): { readonly command: string; readonly options: CommandOptions } | 'help' | 'version' {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        role: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        restore: { type: 'boolean', default: false },
        evidence: { type: 'boolean', default: false },
        hours: { type: 'string' },
        interview: { type: 'string' },
        origin: { type: 'string' },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    if (values.version) return 'version';
    const [command, file, second, ...rest] = positionals;
    if (values.help || command === undefined) return 'help';
    const tooMuch = command === 'role' || command === 'questions' ? rest : [...(second === undefined ? [] : [second]), ...rest];
    if (tooMuch.length > 0) throw new Error(`One file at a time: “${tooMuch.join(' ')}” is too much.`);
    return { command, options: { ...values, dryRun: values['dry-run'], file, second } };
  } catch (error) {
    throw new AppError('invalid', `${error instanceof Error ? error.message : String(error)} Try --help.`, { cause: error });
  }
}

/** @returns the exit status: 0, 1 for a user's error (one line on stderr), 2 for a defect. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const read = readOptions(args);
    if (read === 'help' || read === 'version') {
      console.log(read === 'help' ? HELP : appVersion());
      return 0;
    }
    const command = COMMANDS[read.command];
    if (!command) throw new AppError('invalid', `There is no command “${read.command}”. Known: ${Object.keys(COMMANDS).join(', ')}.`);
    const { json, text } = await command(read.options);
    process.stdout.write(`${read.options.json ? JSON.stringify(json, null, 2) : text}\n`);
    return 0;
  } catch (error) {
    const { code, message } = toAppError(error instanceof Error && error.cause instanceof AppError ? error.cause : error);
    process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
    return code === 'internal' ? 2 : 1;
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough (| head): nothing is wrong.
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
