import { parseCommandLine, runCommand } from "./lib/command-line";
import { buildForProduction } from "./lib/production-build";

const help = `Usage: npm run build

Makes the production build that \`npm start\` serves, in .next (NEXT_DIST_DIR names another folder). Needs no database
and none of the variables of .env.example.

  --help   show this text`;

runCommand(async () => {
  parseCommandLine({ help, options: {} });
  await buildForProduction({ force: true, onOutput: (text) => process.stdout.write(text) });
});
