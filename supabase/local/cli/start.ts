import { runApp } from './app.ts';
import { main } from './main.ts';

await main(() => runApp('start'));
