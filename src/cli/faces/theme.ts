import { Chalk } from 'chalk';

/** How text is set off. Without colour every style is the text itself: nothing is ever said by colour alone. */
export interface Theme {
  readonly strong: (text: string) => string;
  readonly soft: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warn: (text: string) => string;
}

export function createTheme(colour: boolean): Theme {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    strong: (text) => chalk.bold(text),
    soft: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
    warn: (text) => chalk.yellow(text),
  };
}
