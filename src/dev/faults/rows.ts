// Faults that somebody could make in the translator, as a change of one place of its sources each.

export type Fault = {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The cases that the translation of this part can touch, as a pattern of `system/name`. */
  readonly cases: 'shippable/' | 'codeship/';
};

export const faults: readonly Fault[] = [
  {
    name: 'pipefail added',
    file: 'legacy/shippable/commands/steps.ts',
    find: '  const before = [\n    ...frameLines(input),',
    replace: "  const before = [\n    plainLine('set -o pipefail'),\n    ...frameLines(input),",
    cases: 'shippable/',
  },
  {
    name: 'condition of on_failure widened',
    file: 'legacy/shippable/commands/steps.ts',
    find: "expression`failure() && steps.ci.outcome == 'failure'`",
    replace: 'expression`failure()`',
    cases: 'shippable/',
  },
  {
    name: 'ending of and-lists dropped',
    file: 'legacy/shippable/scripts/script.ts',
    find: 'const ended = endItems(items.map((command) => command.text));',
    replace: 'const ended = items.map((command) => command.text); void endItems;',
    cases: 'shippable/',
  },
  {
    name: 'rows of env merged into one',
    file: 'legacy/shippable/environment/environment.ts',
    find: `      rows: flatten(node)
        .filter(notNull(context))
        .map((item) => readRow(item, context)),`,
    replace: '      rows: [readRow(node, context)],',
    cases: 'shippable/',
  },
  {
    name: 'push moved before on_success',
    file: 'legacy/shippable/translate.ts',
    find: '    ...sections.hooks,\n    ...cache.save,\n    ...reportSteps(config, parts.all, parts.environment, parts.matrix),\n    ...integrations.deploys,\n    ...(apart ? [] : sections.push),\n',
    replace:
      '    ...(apart ? [] : sections.push),\n    ...sections.hooks,\n    ...cache.save,\n    ...reportSteps(config, parts.all, parts.environment, parts.matrix),\n    ...integrations.deploys,\n',
    cases: 'shippable/',
  },
  {
    name: 'clone with a depth of 1',
    file: 'legacy/shippable/checkout/checkout.ts',
    find: 'if (computes || mayReadHistory(commands, context.repository)) fields.push(completeClone);',
    replace: '',
    cases: 'shippable/',
  },
  {
    name: 'cache unpacked over the commit',
    file: 'legacy/shippable/checkout/cache.ts',
    find: '"$RUNNER_TEMP/untracked.tar" --skip-old-files',
    replace: '"$RUNNER_TEMP/untracked.tar"',
    cases: 'shippable/',
  },
  {
    name: 'files of a commit cached',
    file: 'legacy/shippable/checkout/cache.ts',
    find: "'git ls-files -z --others --directory'",
    replace: "'git ls-files -z --others --cached --directory'",
    cases: 'shippable/',
  },
  {
    name: 'BRANCH of a pull request taken from its head',
    file: 'variables/expressions.ts',
    find: 'baseOrBuiltRef = expression`github.base_ref || github.ref_name`',
    replace: 'baseOrBuiltRef = expression`github.head_ref || github.ref_name`',
    cases: 'shippable/',
  },
  {
    name: 'exclude loses to tag',
    file: 'pattern/ref-expression.ts',
    find: 'return allOf(wanted, negated(excluded)).text;',
    replace:
      'return (wanted.text === ALWAYS.text ? allOf(wanted, negated(excluded)) : wanted).text;',
    cases: 'codeship/',
  },
  {
    name: 'dependencies shared by steps',
    file: 'legacy/codeship/jobs/run-lines.ts',
    find: "  docker compose down${keepsVolumes ? '' : ' --volumes'}\n  exit",
    replace: '  exit',
    cases: 'codeship/',
  },
  {
    name: 'letter case told apart by nobody',
    file: 'legacy/codeship/jobs/lower-leaf.ts',
    find: 'exact: plan.exactness.item(item),',
    replace: 'exact: plan.exactness.item(item) && item.terms.length > 99,',
    cases: 'codeship/',
  },
  {
    name: 'exclude left out of what prepare decides',
    file: 'legacy/codeship/jobs/prepare-step.ts',
    find: "exclude === undefined ? [] : [line('exclude', exclude)]",
    replace: "exclude === undefined || tag !== undefined ? [] : [line('exclude', exclude)]",
    cases: 'codeship/',
  },
  {
    name: 'login under the condition of its first step alone',
    file: 'legacy/codeship/jobs/lower-leaf.ts',
    find: 'known.lists.push(...lists);',
    replace: '',
    cases: 'codeship/',
  },
  {
    name: 'image built under the condition of its first step alone',
    file: 'legacy/codeship/jobs/lower-leaf.ts',
    find: 'known.lists.push(terms);',
    replace: '',
    cases: 'codeship/',
  },
  {
    name: 'log of a dependency that died not shown',
    file: 'legacy/codeship/jobs/run-lines.ts',
    find: 'if ((status)); then',
    replace: 'if ((status > 255)); then',
    cases: 'codeship/',
  },
  {
    name: 'notifications for every branch',
    file: 'legacy/shippable/integrations/branch-condition.ts',
    find: 'if (only.length === 0 && except.length === 0) return undefined;',
    replace: 'if (only.length + except.length < 99) return undefined;',
    cases: 'shippable/',
  },
  {
    name: 'words of a command joined as shell text',
    file: 'legacy/codeship/jobs/run-lines.ts',
    find: "traced(argv.map(quoteWord).map(withoutExpression).join(' '), ...from)",
    replace: "traced(argv.map(withoutExpression).join(' '), ...from)",
    cases: 'codeship/',
  },
  {
    name: 'a path without a separator taken as the name of a volume',
    file: 'legacy/codeship/services/volumes.ts',
    find: '? text : `./${text}`',
    replace: '|| !source.includes("/") ? text : `./${text}`',
    cases: 'codeship/',
  },
  {
    name: 'variables only where a text names them',
    file: 'legacy/codeship/services/ci-variables.ts',
    find: 'isGiven: runsSteps || named.size > 0',
    replace: 'isGiven: named.size > 0',
    cases: 'codeship/',
  },
  {
    name: 'a volume of its own hides the one of another service',
    file: 'legacy/codeship/services/volumes.ts',
    find: "mount.kind === 'container' && brought.has(withoutSlash(mount.target))",
    replace: "mount.kind === 'container' && brought.has('')",
    cases: 'codeship/',
  },
  {
    name: 'plain variables above encrypted files',
    file: 'legacy/codeship/services/environment.ts',
    find: 'else if (!sealed && complete) inline.push(item);',
    replace: 'else if (complete) inline.push(item);',
    cases: 'codeship/',
  },
  {
    name: 'cache restored by another name',
    file: 'legacy/shippable/checkout/cache.ts',
    find: "{ name: 'restore-keys', value: 'shippable-' }",
    replace: "{ name: 'restore-keys', value: 'other-' }",
    cases: 'shippable/',
  },
  {
    name: 'secret of a row given to every row',
    file: 'legacy/shippable/secrets/secure.ts',
    find: 'row === undefined ? secret(given) : ofRow(given, row)',
    replace: 'row === undefined ? secret(given) : secret(given)',
    cases: 'shippable/',
  },
  {
    name: 'secrets withheld from steps that name them',
    file: 'legacy/shippable/secrets/secure.ts',
    find: 'unknown ? inContainer : names.has(name) || (inContainer && opaque),',
    replace: 'unknown ? inContainer : inContainer && opaque,',
    cases: 'shippable/',
  },
  {
    name: 'a job goes on behind a failed one',
    file: 'legacy/codeship/jobs/idiomatic-jobs.ts',
    find: 'expression`!failure() && !cancelled()`',
    replace: 'expression`!cancelled()`',
    cases: 'codeship/',
  },
  {
    name: 'a server that no client is local to',
    file: 'legacy/shippable/services/mysql.ts',
    find: "'--skip-name-resolve=OFF',",
    replace: "'--skip-name-resolve=ON',",
    cases: 'shippable/',
  },
];
