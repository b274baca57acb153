// `npm run check`: everything that can be known without running the elements. `node test/tools/check.mjs types lint`
// runs only those parts. Each part is a file in check/ whose default export resolves to what is wrong: lines, or none.

const PARTS = ['types', 'lint', 'layers', 'manifest', 'sizes', 'exports', 'contrast', 'readme', 'promises'];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are ${PARTS.join(', ')}.`);

let broken = 0;
for (const name of chosen.length > 0 ? chosen : PARTS) {
  const start = Date.now();
  const problems = await problemsOf(name);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '       '));
  if (problems.length > 0) broken++;
}
if (broken > 0) console.log(`${broken} part${broken === 1 ? '' : 's'} of the check failed`);
process.exitCode = broken > 0 ? 1 : 0;

async function problemsOf(name) {
  try {
    const { default: check } = await import(`./check/${name}.mjs`);
    return await check();
  } catch (error) {
    return [error.stack];
  }
}
