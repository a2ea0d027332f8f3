/** Which of two values of a metric is the better one; `depends` where that is a question of whose side one is on. */
export type Better = 'higher' | 'lower' | 'depends';

export interface MetricRule {
  /** Words of the metric's name, in lower case and singular; `f1`, `frechet inception distance`. */
  readonly names: readonly string[];
  readonly better: Better;
  /** Where that is defined. */
  readonly source: string;
  /** A share of a whole, written from 0 to 1 or from 0 to 100; more than that was misread. */
  readonly isShare?: boolean;
}

/** What the word says needs no definition. */
const WORD = 'by the meaning of the word';

/** What is known of metrics. Names that are not here have no direction, and results by them are not ranked. */
export const METRIC_RULES: readonly MetricRule[] = [
  share('ISO 5725-1:2023', 'accuracy', 'acc', 'macc', 'oacc', 'recognition rate'),
  share(
    'Bernardin and Stiefelhagen, 2008; Luiten et al., arXiv:2009.07736',
    'mota',
    'hota',
    'idf1',
  ),
  share('Anderson et al., arXiv:1807.06757', 'spl'),
  share(
    'van Rijsbergen, Information Retrieval, 1979',
    ...['precision', 'recall', 'f1', 'f 1', 'f measure', 'f score', 'micro f', 'macro f'],
    ...['recall at', 'r at', 'precision at', 'p at', 'f1 at'],
  ),
  share(
    'Altman and Bland, Diagnostic tests, BMJ 1994',
    ...['sensitivity', 'specificity', 'true positive', 'true negative', 'tpr', 'tnr'],
  ),
  share(
    'Fawcett, An introduction to ROC analysis, 2006',
    ...['auc', 'auroc', 'auprc', 'aupr', 'pr auc', 'roc', 'c index', 'concordance index'],
    ...['area under', 'auc of', 'auc roc', 'auc pr'],
  ),
  share(
    'Everingham et al., The PASCAL VOC challenge, 2010; Lin et al., arXiv:1405.0312',
    ...['ap', 'map', 'mean average precision', 'average precision', 'map at', 'ap at'],
  ),
  share(
    'Jaccard, 1901; Everingham et al., The PASCAL VOC challenge, 2010',
    ...[
      'iou',
      'miou',
      'giou',
      'ciou',
      'intersection over union',
      'jaccard',
      'panoptic quality',
      'pq',
    ],
  ),
  share('Perazzi et al., DAVIS, 2016', 'j f'),
  share('Biten et al., arXiv:1905.13648', 'anls'),
  share('Gao et al., arXiv:1705.02101', 'r1 at'),
  share('Caesar et al., arXiv:1903.11027', 'nds', 'nuscenes detection score'),
  share('Dice, Measures of the amount of ecologic association, 1945', 'dice', 'dsc'),
  share('Brennan and Prediger, 1981; Cohen, 1960', 'kappa', 'qwk'),
  share('Matthews, 1975', 'mcc'),
  share('Rajpurkar et al., arXiv:1606.05250', 'exact match', 'em'),
  share('Chen et al., arXiv:2107.03374', 'pass at', 'pass'),
  share('Wang et al., arXiv:2203.11171', 'maj at', 'cons at', 'avg at', 'mean at', 'best at'),
  share(
    'Järvelin and Kekäläinen, Cumulated gain-based evaluation, 2002',
    'ndcg',
    'dcg',
    'ndcg at',
    'discounted cumulative gain',
  ),
  share('Voorhees, TREC-8, 1999', 'mrr', 'reciprocal rank', 'mrr at'),
  share('Järvelin and Kekäläinen, 2002', 'hit', 'hit rate', 'hr', 'hit at', 'hr at'),
  share(
    WORD,
    ...['success', 'task success', 'completion', 'resolve', 'resolved', 'resolution rate'],
    ...['solve', 'solved', 'win', 'goal completion', 'pass rate', 'compliance', 'correctness'],
    ...[
      'factuality',
      'truthfulness',
      'faithfulness',
      'validity',
      'survival rate',
      'acceptance',
      'detection rate',
    ],
    ...['rate of success'],
  ),
  higher('Papineni et al., BLEU, 2002', 'bleu', 'sacrebleu'),
  higher('Ren et al., arXiv:2009.10297', 'codebleu'),
  higher('Lin, ROUGE, 2004', 'rouge', 'rouge l', 'rougel'),
  higher('Banerjee and Lavie, METEOR, 2005', 'meteor'),
  higher('Vedantam et al., arXiv:1411.5726', 'cider', 'cider d'),
  higher('Anderson et al., arXiv:1607.08822', 'spice'),
  higher('Popović, chrF, 2015', 'chrf', 'chrf++'),
  higher('Zhang et al., arXiv:1904.09675', 'bertscore'),
  higher('Rei et al., arXiv:2009.09025', 'comet', 'xcomet'),
  higher('Wang et al., Image quality assessment, 2004', 'ssim', 'ms ssim', 'structural similarity'),
  higher(
    'Huynh-Thu and Ghanbari, 2008',
    'psnr',
    'peak signal to noise ratio',
    'snr',
    'cnr',
    'signal-to-noise ratio',
    'contrast-to-noise ratio',
  ),
  higher('Salimans et al., arXiv:1606.03498', 'inception score'),
  higher('Hessel et al., arXiv:2104.08718', 'clipscore', 'clip score'),
  higher('Wu et al., arXiv:2306.09341', 'hps', 'hpsv2', 'human preference score'),
  higher('Kirstain et al., arXiv:2305.01569', 'pickscore'),
  higher('Xu et al., arXiv:2304.05977', 'imagereward'),
  higher('Li et al., VMAF, 2016', 'vmaf'),
  higher(
    'Dosovitskiy et al., arXiv:1711.03938; the CARLA leaderboard',
    'driving score',
    'drive score',
  ),
  higher('ITU-T P.800', 'mos', 'mean opinion score'),
  higher('ITU-T P.862', 'pesq'),
  higher('Taal et al., 2011', 'stoi'),
  higher(
    'Le Roux et al., arXiv:1811.02508',
    'sdr',
    'signal-to-distortion ratio',
    'si sdr',
    'si snr',
    'sdri',
  ),
  higher('Elo, 1978', 'elo', 'elo rating'),
  higher(
    'Pearson, 1895; Spearman, 1904; Kendall, 1938',
    ...[
      'correlation',
      'pearson',
      'spearman',
      'kendall',
      'plcc',
      'srcc',
      'srocc',
      'r2',
      'r squared',
      'pearson r',
      'pearson s r',
      'spearman rho',
      'spearman s rho',
      'spearman ρ',
      'spearman s ρ',
      'kendall tau',
      'kendall s tau',
      'kendall τ',
      'kendall s τ',
    ],
    ...['coefficient of determination'],
  ),
  higher('Kwa et al., arXiv:2503.14499', 'time horizon'),
  higher(
    WORD,
    ...['throughput', 'goodput', 'fps', 'frame rate', 'frame per second', 'token per second'],
    ...['sample per second', 'image per second', 'speed', 'speedup', 'speed up', 'acceleration'],
    ...['quality', 'performance', 'utility', 'fidelity', 'robustness', 'reward', 'return'],
    ...[
      'average score',
      'overall score',
      'composite score',
      'mean score',
      'total score',
      'efficiency',
      'gain',
    ],
    ...['improvement', 'safety', 'helpfulness', 'agreement', 'consistency', 'acceptance length'],
  ),
  lower('Heusel et al., arXiv:1706.08500', 'fid', 'gfid', 'frechet inception distance'),
  lower('Yao et al., arXiv:2501.01423', 'rfid', 'reconstruction fid', 'generation fid'),
  lower('Unterthiner et al., arXiv:1812.01717', 'fvd', 'frechet video distance', 'rfvd', 'gfvd'),
  lower('Kilgour et al., arXiv:1812.08466', 'fad', 'frechet audio distance'),
  lower('Rohrbach et al., arXiv:1809.02156', 'chair', 'chair i', 'chairi', 'chair s'),
  lower('Bińkowski et al., arXiv:1801.01401', 'kid', 'kernel inception distance'),
  lower('Zhang et al., arXiv:1801.03924', 'lpips'),
  lower('Mittal et al., NIQE, 2013; BRISQUE, 2012', 'niqe', 'brisque'),
  lower('Jelinek et al., Perplexity, 1977', 'perplexity', 'ppl'),
  lower('Morris et al., From WER and RIL to MER and WIL, 2004', 'wer', 'word error rate', 'mer'),
  lower('as WER, by characters', 'cer', 'character error rate', 'phoneme error rate'),
  lower('Snover et al., TER, 2006', 'ter', 'translation edit rate', 'edit distance'),
  lower('ISO/IEC 19795-1:2021', 'eer', 'equal error rate', 'der', 'diarization error rate'),
  lower('Brier, 1950', 'brier', 'brier score'),
  lower('Guo et al., arXiv:1706.04599', 'ece', 'expected calibration error', 'calibration error'),
  lower(
    'Shannon, 1948',
    'bit per byte',
    'bit per dimension',
    'bpb',
    'bpd',
    'nll',
    'negative log likelihood',
    'cross entropy',
  ),
  lower(
    'Hyndman and Koehler, 2006',
    'mae',
    'mse',
    'rmse',
    'mape',
    'smape',
    'nrmse',
    'nmse',
    'mase',
  ),
  lower('Sturm et al., A benchmark for RGB-D SLAM, 2012', 'ate', 'rpe'),
  lower('Alahi et al., Social LSTM, 2016', 'ade', 'fde', 'minade', 'minfde', 'displacement'),
  lower('Ionescu et al., Human3.6M, 2014', 'mpjpe', 'pa mpjpe', 'mpvpe', 'pve'),
  lower('Baker et al., Optical flow, 2011', 'epe', 'endpoint error'),
  lower('Huttenlocher et al., 1993', 'hd', 'hausdorff', 'hausdorff distance', 'assd', 'asd'),
  lower(
    'Fan et al., arXiv:1612.00603',
    'chamfer',
    'chamfer distance',
    'earth mover distance',
    'earth mover s distance',
    'emd',
  ),
  lower('Davies and Bouldin, 1979', 'davies bouldin', 'dbi'),
  lower('Bjøntegaard, 2001', 'bd rate'),
  lower('Geifman and El-Yaniv, arXiv:1805.08206', 'aurc'),
  lower('Kullback and Leibler, 1951', 'kl divergence', 'divergence', 'js divergence', 'kl'),
  lower(
    WORD,
    ...['error', 'err', 'loss', 'latency', 'delay', 'time', 'runtime', 'duration', 'ttft', 'tpot'],
    ...['cost', 'memory', 'vram', 'gpu memory', 'memory usage', 'memory footprint', 'footprint'],
    ...['flop', 'mac', 'gflop', 'energy', 'energy consumption', 'power consumption', 'overhead'],
    ...[
      'regret',
      'false positive',
      'false negative',
      'false discovery',
      'fpr',
      'fnr',
      'false alarm',
      'miss rate',
    ],
    ...['hallucination', 'unsafe', 'violation', 'collision', 'failure', 'toxicity', 'misreport'],
    ...['harmful', 'distortion', 'deviation', 'discrepancy', 'gap', 'degradation', 'forgetting'],
    ...['word error', 'wasserstein distance', 'training time', 'inference time', 'token usage'],
    ...['token consumption', 'memory consumption', 'time to first token', 'cost per error'],
  ),
  {
    names: [
      ...['attack success', 'jailbreak success', 'asr', 'refusal', 'attack efficiency'],
      ...['attack effectiveness', 'attack performance', 'prompt sensitivity', 'forget accuracy'],
    ],
    better: 'depends',
    source: 'good or bad, depending on whose side one is on',
  },
];

function share(source: string, ...names: string[]): MetricRule {
  return { names, better: 'higher', source, isShare: true };
}

function higher(source: string, ...names: string[]): MetricRule {
  return { names, better: 'higher', source };
}

function lower(source: string, ...names: string[]): MetricRule {
  return { names, better: 'lower', source };
}
