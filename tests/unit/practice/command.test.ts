import { describe, expect, it } from 'vitest';
import { normaliseCommand } from '../../../core/practice/command.ts';

describe('comparing command lines', () => {
  it.each([
    ['a prompt sign and double spaces', '$ ip  -d link show vxlan0', 'ip -d link show vxlan0'],
    ['needless quotes', `ip -d link show 'vxlan0'`, 'ip -d link show vxlan0'],
    ['one kind of quote for the other', 'grep "two words" log', "grep 'two words' log"],
    ['joined and single short options', 'ss -tlnp', 'ss -t -l -n -p'],
    ['joined short options in another order', 'ss -tlnp', 'ss -npl -t'],
    ['joined options before the value of the last', 'tar -xvf a.tar', 'tar -vxf a.tar'],
    ['long options without values in another order', 'ansible-playbook --check --diff', 'ansible-playbook --diff --check'],
    ['options behind a value', 'terraform plan -out=x --json --no-color', 'terraform plan -out=x --no-color --json'],
    ['each side of a pipe for itself', 'ps -ef | grep -ni kvm', 'ps -fe | grep -ni kvm'],
    ['sudo before it', 'sudo ss -tln', 'sudo ss -lnt'],
  ])('takes %s for the same', (_what, a, b) => {
    expect(normaliseCommand(a)).toBe(normaliseCommand(b));
  });

  it.each([
    ['an option’s value for another’s', 'arping -I bond0 -c 3 10.0.0.1', 'arping -c bond0 -I 3 10.0.0.1'],
    ['arguments the other way round', 'cp -v a b', 'cp -v b a'],
    ['an option before an argument for one after it', 'cp -v a -f b', 'cp -f b -v a'],
    ['a single-dash word for joined letters', 'terraform plan -refresh-only', 'terraform plan -only-refresh'],
    ['a find expression in another order', 'find . -name x -delete', 'find . -delete -name x'],
    ['options of which the last wins', 'rm -i -f -v x', 'rm -f -i -v x'],
    ['an option and its opposite', 'git merge --no-ff --ff', 'git merge --ff --no-ff'],
    ['a quoted variable for one the shell fills in', `echo '$HOME'`, 'echo "$HOME"'],
    ['a quoted pattern for one the shell expands', `ls '*.log'`, 'ls *.log'],
    ['a repeated letter for one', 'ssh -vvv host', 'ssh -v host'],
    ['a count for a letter', 'ping -c3 host', 'ping -3c host'],
    ['upper for lower case', 'ss -T', 'ss -t'],
    ['the order of includes and excludes', 'rsync --include=a --exclude=b x y', 'rsync --exclude=b --include=a x y'],
  ])('does not take %s', (_what, a, b) => {
    expect(normaliseCommand(a)).not.toBe(normaliseCommand(b));
  });

  it('leaves a line with an open quote as it is', () => {
    expect(normaliseCommand(`echo 'half`)).toBe(`echo 'half`);
  });

  it('changes nothing the second time', () => {
    for (const line of ['tar -xvf a.tar', `grep "a b" 'c' | sort -rn > out`, 'kubectl get pods -it --watch -n x'])
      expect(normaliseCommand(normaliseCommand(line))).toBe(normaliseCommand(line));
  });
});
