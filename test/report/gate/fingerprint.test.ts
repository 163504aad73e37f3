import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../src/files/content-hash.ts';
import { fingerprints } from '../../../src/report/gate/fingerprint.ts';
import { finding } from './sample.ts';

describe('the name of a finding over time', () => {
  it('stays what it was: code scanning and baselines of others remember by it', () => {
    const itself = finding({ subject: 'clients/c001.yaml' });
    const findings = [
      finding(),
      finding({ location: { line: 3, column: 1 } }),
      finding({ code: 'left-scope', subject: null }),
      itself,
    ];
    expect(fingerprints({ file: 'clients/c001.yaml', findings }, contentHash)).toEqual([
      '5bddb9d9bd90b7634147873dc4f96a32',
      '3b567a487c2c13df98b7f3e7a2edc0d0',
      'b716f22c28d8ecddf2fa11b12044088f',
      '73cf896b785edfad1f56b28bb4b06141',
    ]);
  });

  it('goes by what the file is remembered by, where that is another than its name', () => {
    const file = '顧客/株式会社甲.yaml';
    const findings = [finding(), finding({ subject: file })];
    const names = fingerprints({ file, identity: '00ff', findings }, contentHash);
    expect(names).toEqual(['13bbfeacc7becb35eb49081887b6dc99', '8672a5971798d0deab61a46108033e6b']);
    expect(fingerprints({ file: '0007', identity: '00ff', findings: [finding()] }, contentHash)).toEqual(
      names.slice(0, 1),
    );
  });
});
