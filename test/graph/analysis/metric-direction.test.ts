import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricDirection } from '../../../graph/analysis/metric-direction.ts';
import { METRIC_RULES } from '../../../graph/analysis/metric-rules.ts';

describe('metricDirection(names)', () => {
  it.each([
    ['accuracy', 'higher'],
    ['Accuracies', 'higher'],
    ['top-1 accuracy', 'higher'],
    ['error detection accuracy', 'higher'],
    ['F1-scores', 'higher'],
    ['F1-macro score', 'higher'],
    ['Pass@1', 'higher'],
    ['mAP@0.5', 'higher'],
    ['AP50', 'higher'],
    ['R² score', 'higher'],
    ['Area Under the Curve (AUC) scores', 'higher'],
    ['tokens per second', 'higher'],
    ['error reduction', 'higher'],
    ['VMAF', 'higher'],
    ['word error rate', 'lower'],
    ['WER', 'lower'],
    ['FID', 'lower'],
    ['Fréchet Inception Distance', 'lower'],
    ['LPIPS', 'lower'],
    ['perplexity values', 'lower'],
    ['end-to-end inference time', 'lower'],
    ['time-to-first-token', 'lower'],
    ['cost-per-error', 'lower'],
    ['number of errors', 'lower'],
    ['accuracy drop', 'lower'],
    ['accuracy loss', 'lower'],
    ['GPU memory usage', 'lower'],
    ['HD95', 'lower'],
    ['perplexity degradation', 'lower'],
    ['pass@1 gap', 'lower'],
    ['pass@1 drop', 'lower'],
    ['collision frequency', 'lower'],
    ['CHAIR_I', 'lower'],
    ['rFVD', 'lower'],
    ['average J&F', 'higher'],
    ['R1@0.5', 'higher'],
    ["Spearman's ρ", 'higher'],
    ['max delta-ANLS', null],
    ['Davies-Bouldin Index', 'lower'],
    ['attack success rate', null],
    ['refusal rates', null],
    ['variance of output quality', null],
    ['accuracy retention', null],
    ['reduction', null],
    ['number of steps', null],
    ['', null],
  ] as const)('knows which is better by %j: %s', (name, better) => {
    expect(metricDirection([name]).better).toBe(better);
  });

  it('says where that is defined', () => {
    expect(metricDirection(['FID'])).toEqual({
      better: 'lower',
      because: 'Heusel et al., arXiv:1706.08500',
      isShare: false,
    });
  });

  it('knows what is a share of a whole', () => {
    expect(metricDirection(['recall']).isShare).toBe(true);
    expect(metricDirection(['recall drop']).isShare).toBe(false);
    expect(metricDirection(['PSNR']).isShare).toBe(false);
  });

  it('takes the first name that a rule knows', () => {
    expect(metricDirection(['SR', 'success rate']).better).toBe('higher');
    expect(metricDirection(['EM', 'Exact Match']).better).toBe('higher');
    expect(metricDirection(['ASR', 'accuracy']).because).toMatch(/whose side/);
    expect(metricDirection([]).because).toMatch(/no rule/);
  });
});

describe('metricDirection(names) of a short acronym', () => {
  it.each([
    ['SDR', 'Semantic Drift Rate', null],
    ['HR', 'Holistic-Grounding Rate', null],
    ['FA', 'Forget Accuracy', null],
    ['RA', 'Retain Accuracy', 'higher'],
    ['SDR', 'signal-to-distortion ratio', 'higher'],
    ['SDR', 'SDRi', 'higher'],
  ] as const)('%s, %s: %s', (name, long, better) => {
    expect(metricDirection([name, long]).better).toBe(better);
  });
});

describe('METRIC_RULES', () => {
  it('has one rule for a name, with its source', () => {
    const names = METRIC_RULES.flatMap((rule) => rule.names);
    expect(new Set(names).size).toBe(names.length);
    expect(METRIC_RULES.every(({ source }) => source.length > 5)).toBe(true);
  });

  it('knows each of its names', () => {
    for (const { names, better } of METRIC_RULES) {
      for (const name of names) {
        expect([name, metricDirection([name]).better]).toEqual([
          name,
          better === 'depends' ? null : better,
        ]);
      }
    }
  });

  it('stands in the documentation', () => {
    const page = readFileSync(new URL('../../../docs/analysis.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (.+?) +\| (higher|lower|depends) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, names, better, source]) => ({ names, better, source }))).toEqual(
      METRIC_RULES.map(({ names, better, source }) => ({
        names: names.join(', '),
        better,
        source,
      })),
    );
  });
});
