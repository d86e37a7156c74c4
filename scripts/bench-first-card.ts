/** Opens the app on a data folder, builds today's queue and reads its first question; for `bench-practice.ts`. */
import { openApp } from '../api/app.ts';
import { currentProfile } from '../api/context.ts';
import { queueFor } from '../api/practice.ts';
import { wantedSchema } from '../core/practice/wanted.ts';
import { getQuestion } from '../db/questions/questions.ts';
import { ASSETS_DIR } from '../server/paths.ts';

const { app, close } = openApp({ dataDir: process.argv[2] ?? '', assetsDir: ASSETS_DIR, version: 'bench', host: 'cli' });
const [first] = queueFor(app, currentProfile(app), wantedSchema.parse({ size: 10 }));
if (first === undefined) throw new Error('Nothing is due in this folder.');
console.log(getQuestion(app.store.read, first.questionId).prompt.en);
close();
