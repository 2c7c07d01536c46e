/** Opens a copy of the database and closes it, which folds its log into its image. Started by backup.ts. */
import { GrafeoDB } from './grafeo.ts';

const [image] = process.argv.slice(2);
if (!image) throw new Error('give the image of a database');
GrafeoDB.create(image).close();
